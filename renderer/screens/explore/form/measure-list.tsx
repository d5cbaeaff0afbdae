import type { ReactElement } from 'react';
import type { FieldProblem, JobChoices } from '../../../../main/api/jobs/jobs-api.ts';
import { Button } from '../../../ui/button.tsx';
import { type Pick, PickBox } from '../../../ui/pick-box/pick-box.tsx';
import { InPlace, problemIn } from './field.tsx';
import { measureParts, measureText, timesFor } from './measure-text.ts';

interface MeasureListProps {
  readonly legend: string;
  readonly choices: JobChoices;
  readonly measures: readonly string[];
  readonly problems: readonly FieldProblem[];
  /** Only one can be asked about. */
  readonly single?: boolean;
  onChange(measures: readonly string[]): void;
}

/** What is measured: metrics, each at a time, and verdicts. */
export function MeasureList({
  legend,
  choices,
  measures,
  problems,
  single = false,
  onChange,
}: MeasureListProps): ReactElement {
  const picks = picksOf(choices);
  const change = (i: number, text: string) => onChange(measures.map((each, j) => (i === j ? text : each)));
  const textFor = (id: string): string =>
    measureText({ id, when: choices.metrics.some((metric) => metric.id === id) ? 'end' : '' });
  return (
    <fieldset className="explore-group">
      <legend>{legend}</legend>
      {measures.map((measure, i) => {
        const { id, when } = measureParts(measure);
        const problem = problemIn(problems, 'measure', String(i));
        const label = picks.find((pick) => pick.id === id)?.label ?? id;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two measures may be alike while they are chosen
          <div key={i} className="measure-row">
            <PickBox
              key={id}
              label={`Result ${i + 1}`}
              placeholder="Search results"
              picks={picks}
              value={id}
              onPick={(next) => change(i, textFor(next))}
            />
            {!single && measures.length > 1 && (
              <Button
                kind="quiet"
                icon="cancel"
                aria-label={`Remove ${label}`}
                title="Remove"
                onClick={() => onChange(measures.filter((_, j) => i !== j))}
              />
            )}
            {when !== '' && (
              <select
                className="input"
                aria-label={`${label}: when`}
                value={when}
                onChange={({ target }) => change(i, measureText({ id, when: target.value }))}
              >
                {timesFor(choices.days, when).map(({ value, text }) => (
                  <option key={value} value={value}>
                    {text}
                  </option>
                ))}
              </select>
            )}
            {problem !== undefined && <InPlace problem={problem} />}
          </div>
        );
      })}
      {!single && (
        <PickBox
          key={`add ${measures.length}`}
          label={`Add to ${legend.toLowerCase()}`}
          placeholder="Add a result…"
          picks={picks}
          onPick={(id) => onChange([...measures, textFor(id)])}
        />
      )}
    </fieldset>
  );
}

const picksOf = ({ metrics, verdicts }: JobChoices): readonly Pick[] => [
  ...verdicts.map(({ id, title }) => ({ id, label: title, about: id, group: 'Verdicts' })),
  ...metrics.map(({ id, title }) => ({ id, label: title, about: id, group: 'Metrics' })),
];
