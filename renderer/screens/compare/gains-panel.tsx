import { type ReactElement, useState } from 'react';
import { groupGains } from '../../charts/rank/group-gains.tsx';
import type { Comparison } from '../../sim/compare/comparing.ts';
import type { Side } from '../../state/compare/side.ts';
import { useStore } from '../../state/store.ts';
import { StudioChart } from '../../state/studio-chart.tsx';
import { useStudio } from '../../state/studio-context.tsx';
import { Segmented } from '../../ui/segmented.tsx';

interface GainsPanelProps {
  readonly comparison: Comparison;
  readonly sides: readonly Side[];
}

/** Who gains and who loses in one of the others, by one way of dividing the providers. */
export function GainsPanel({ comparison, sides }: GainsPanelProps): ReactElement | null {
  const { compare } = useStudio();
  const against = useStore(compare.against);
  const [wanted, setWanted] = useState({ by: 'cohort', quantity: 'profit' });
  const gains = comparison.gains[against - 1] ?? [];
  const ways = [...new Set(gains.map(({ by }) => by))];
  const by = ways.includes(wanted.by) ? wanted.by : ways[0];
  const here = gains.filter((each) => each.by === by);
  const shown = here.find(({ quantity }) => quantity.id === wanted.quantity) ?? here[0];
  const [base, other] = [sides[0], sides[against]];
  if (comparison.gains.every((each) => each.length === 0) || base === undefined || other === undefined)
    return null;
  const active = gains.find((each) => each.by === by && each.quantity.id === 'active');
  return (
    <section aria-labelledby="compare-gains">
      <header className="compare-section">
        <h2 id="compare-gains">Who gains, who loses</h2>
        {sides.length > 2 && (
          <label className="field small">
            In
            <select
              className="input"
              value={against}
              onChange={({ target }) => compare.against.set(Number(target.value))}
            >
              {sides.slice(1).map(({ ref, label }, i) => (
                <option key={ref} value={i + 1}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        )}
        {ways.length > 1 && by !== undefined && (
          <Segmented
            label="Groups"
            value={by}
            options={ways.map((way) => ({ value: way, text: `By ${way}` }))}
            onChange={(next) => setWanted({ ...wanted, by: next })}
          />
        )}
        {here.length > 1 && shown !== undefined && (
          <Segmented
            label="What is compared"
            value={shown.quantity.id}
            options={here.map(({ quantity: { id } }) => ({
              value: id,
              text: id === 'profit' ? 'Profit' : 'Active units',
            }))}
            onChange={(quantity) => setWanted({ ...wanted, quantity })}
          />
        )}
      </header>
      {shown === undefined ? (
        <p className="muted">These two have no groups of providers in common.</p>
      ) : (
        <StudioChart
          key={`${against} ${shown.by} ${shown.quantity.id}`}
          chart={groupGains({
            ...{ base: base.label, other: other.label, by: shown.by, quantity: shown.quantity },
            groups: shown.groups.map((each) => {
              const units = active?.groups.find(({ group }) => group === each.group)?.base;
              return units === undefined ? each : { ...each, agents: units };
            }),
          })}
          file={`gains-${other.scenario}`}
          about={{ reading: gainsReading, quantities: [] }}
        />
      )}
    </section>
  );
}

const gainsReading =
  'A bar is what a group has more (right) or less (left) than in the base: the mean of the differences seed by seed. The line across ' +
  'its end is the 95 % interval; where it crosses the middle, the seeds do not settle whether the group gains or loses.';
