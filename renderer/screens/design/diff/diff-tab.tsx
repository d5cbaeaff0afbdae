import { type ReactElement, useMemo, useState } from 'react';
import type { Draft } from '../../../state/drafts.ts';
import { changeText } from '../../../state/relative-change.ts';
import { useStudio } from '../../../state/studio-context.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { standingOf } from '../form/form-groups.ts';
import type { Base } from '../use-draft.ts';
import './diff.css';
import { type Difference, parameterDiff } from './parameter-diff.ts';
import { TextDiff } from './text-diff.tsx';
import { timeDiff } from './time-diff.ts';

interface DiffTabProps {
  readonly draft: Draft;
  readonly base: Base;
}

/** What the edited scenario does not have in common with its base. */
export default function DiffTab({ draft, base }: DiffTabProps): ReactElement {
  const { opened, good, text } = draft;
  const [against, setAgainst] = useState<'base' | 'file'>('base');
  const before = base.kind === 'origin' && against === 'file' ? opened : base;
  const differences = useMemo(
    () => [...timeDiff(before.spec, good.spec), ...parameterDiff(before.parameters, good.parameters)],
    [before, good],
  );
  return (
    <div className="diff">
      {base.kind === 'origin' && (
        <Segmented
          label="Held against"
          value={against}
          options={[
            { value: 'base', text: base.name },
            { value: 'file', text: 'the saved file' },
          ]}
          onChange={setAgainst}
        />
      )}
      <h3>{countText(differences.length)}</h3>
      {differences.length > 0 && <DifferenceTable differences={differences} />}
      <h3>Text</h3>
      {text === before.text ? (
        <p className="muted">The text is the same.</p>
      ) : (
        <TextDiff before={before.text} after={text} />
      )}
    </div>
  );
}

const countText = (count: number): string =>
  count === 0 ? 'No parameter differs' : count === 1 ? '1 parameter differs' : `${count} parameters differ`;

function DifferenceTable({ differences }: { readonly differences: readonly Difference[] }): ReactElement {
  const { design, location } = useStudio();
  const show = (path: string) => {
    const { search: _, ...place } = location.get();
    location.go(place);
    design.search.set('');
    design.wish.set({ at: path });
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section className="diff-scroll" aria-label="Parameters that differ" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Parameter</th>
            <th scope="col">Base</th>
            <th scope="col">Now</th>
            <th scope="col">Change</th>
            <th scope="col">Where it comes from</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ path, label, before, after, change, origin }) => (
            <tr key={path}>
              <th scope="row">
                {after === undefined ? (
                  label
                ) : (
                  <button type="button" className="link" onClick={() => show(path)}>
                    {label}
                  </button>
                )}
                <span className="mono muted">{path}</span>
              </th>
              <td>{before ?? <span className="muted">not there</span>}</td>
              <td>{after ?? <span className="muted">gone</span>}</td>
              <td>{change === undefined ? '' : changeText(change)}</td>
              <td>
                {origin !== undefined && (
                  <>
                    <span className={`chip chip-${standingOf(origin)}`}>{standingOf(origin)}</span>{' '}
                    {origin.kind === 'source' ? origin.title : origin.because}
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
