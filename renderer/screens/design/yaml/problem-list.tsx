import type { ReactElement } from 'react';
import type { Problem } from '../../../../sim-core/contract/errors.ts';

interface ProblemListProps {
  readonly problems: readonly Problem[];
  /** What goes on while the text cannot be read. */
  readonly meanwhile: string;
  onShow(problem: Problem): void;
}

/** What is wrong with the text, each with the way to its line. */
export function ProblemList({ problems, meanwhile, onShow }: ProblemListProps): ReactElement | null {
  if (problems.length === 0) return null;
  return (
    <section className="yaml-problems small" aria-label="What is wrong with the text">
      <p>{meanwhile}</p>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.where} ${problem.message}`}>
            <button type="button" className="link" onClick={() => onShow(problem)}>
              {lineText(problem)}
            </button>{' '}
            {problem.message} <span className="muted">{problem.hint}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function lineText({ where }: Problem): string {
  const line = /:(\d+)(:\d+)?$/.exec(where ?? '')?.[1];
  return line === undefined ? 'Show' : `Line ${line}`;
}
