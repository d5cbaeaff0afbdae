import type { ReactElement } from 'react';
import type { FieldProblem, JobChoices } from '../../../../main/api/jobs/jobs-api.ts';
import { Button } from '../../../ui/button.tsx';
import { InPlace } from './field.tsx';
import { GoalInput } from './goal-input.tsx';

interface GoalLinesProps {
  readonly choices: JobChoices;
  readonly goals: readonly string[];
  readonly problems: readonly FieldProblem[];
  onChange(goals: readonly string[]): void;
}

/** Goals and constraints, a sentence a line. */
export function GoalLines({ choices, goals, problems, onChange }: GoalLinesProps): ReactElement {
  // Problems count the sentences that say something.
  const placed = goals.map((goal, i) =>
    goal.trim() === '' ? undefined : goals.slice(0, i).filter((each) => each.trim() !== '').length,
  );
  const of = (place: number | undefined): FieldProblem | undefined =>
    problems.find(
      ({ field: [first, second] }) => first === 'goals' && second !== undefined && Number(second) === place,
    );
  return (
    <fieldset className="explore-group">
      <legend>What is to be reached</legend>
      {goals.map((goal, i) => {
        const problem = of(placed[i]);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two sentences may be alike while they are written
          <div key={i} className="goal-line">
            <GoalInput
              label={`Goal ${i + 1}`}
              value={goal}
              choices={choices}
              invalid={problem !== undefined}
              onChange={(text) => onChange(goals.map((each, j) => (i === j ? text : each)))}
            />
            <Button
              kind="quiet"
              icon="cancel"
              aria-label={`Remove goal ${i + 1}`}
              title="Remove"
              disabled={goals.length < 2}
              onClick={() => onChange(goals.filter((_, j) => i !== j))}
            />
            {problem !== undefined && <InPlace problem={problem} />}
          </div>
        );
      })}
      <Button kind="quiet" icon="add" onClick={() => onChange([...goals, ''])}>
        Another sentence
      </Button>
    </fieldset>
  );
}
