import { type ReactElement, useState } from 'react';
import type { MetricDescription } from '../../../sim-core/contract/metric.ts';
import type { Comparison } from '../../sim/compare/comparing.ts';
import { bareQuantity, fullNumber, quantity } from '../../ui/number-format.ts';
import { SideSwatch } from './side-swatch.tsx';

interface ScorecardProps {
  readonly comparison: Comparison;
  readonly metrics: readonly MetricDescription[];
  /** Metrics that are shown first. */
  readonly keys: readonly string[];
  /** The metric whose charts are shown. */
  readonly chosen: string | undefined;
  onChoose(metric: string): void;
}

type Measure = Comparison['measures'][number];
type Difference = Measure['differences'][number];

const metricOf = ({ written }: Measure): string => written.replace(/@end$/, '');

/** Mean of each number on the last day, and how it differs from the base with its interval. */
export function Scorecard({ comparison, metrics, keys, chosen, onChoose }: ScorecardProps): ReactElement {
  const [all, setAll] = useState(false);
  const { labels, measures, seeds } = comparison;
  const shown = all
    ? measures
    : keys.flatMap((id) => measures.find((measure) => metricOf(measure) === id) ?? []);
  return (
    <section aria-labelledby="compare-scores">
      <header className="compare-section">
        <h2 id="compare-scores">{finding(measures)}</h2>
        <label className="small">
          <input type="checkbox" checked={all} onChange={() => setAll(!all)} /> All {measures.length} metrics
        </label>
      </header>
      <p className="small muted">
        Means on the last day over {fullNumber(seeds.length)} paired seeds; Δ is the mean of the differences
        seed by seed with its 95 % interval (paired t). An interval that holds 0 is no clear difference.
        Choose a row to draw it.
      </p>
      <section
        className="compare-scroll"
        aria-label="Differences of each scenario"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
        tabIndex={0}
      >
        <table className="compare-scores">
          <thead>
            <tr>
              <th scope="col">On the last day</th>
              {labels.map((label, place) => (
                <th key={label} scope="col" className="number">
                  <SideSwatch place={place} /> {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((measure) => (
              <tr key={measure.written} data-chosen={metricOf(measure) === chosen}>
                <th scope="row">
                  <button
                    type="button"
                    className="link"
                    aria-pressed={metricOf(measure) === chosen}
                    onClick={() => onChoose(metricOf(measure))}
                  >
                    {metrics.find(({ id }) => id === metricOf(measure))?.title ?? measure.title}
                  </button>
                </th>
                <td className="number">{quantity(measure.means[0] ?? Number.NaN, measure.unit)}</td>
                {measure.differences.map((difference, i) => (
                  <td key={labels[i + 1]} className="number">
                    <Delta
                      mean={measure.means[i + 1] ?? Number.NaN}
                      difference={difference}
                      unit={measure.unit}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

interface DeltaProps {
  readonly mean: number;
  readonly difference: Difference;
  readonly unit: string;
}

function Delta({ mean, difference, unit }: DeltaProps): ReactElement {
  if (difference === undefined || difference.pairs === 0)
    return <span className="muted">{Number.isNaN(mean) ? 'not reported' : quantity(mean, unit)}</span>;
  const { interval } = difference;
  const side = sideOf(difference);
  return (
    <>
      <span>{bareQuantity(mean, unit)}</span>{' '}
      <strong className="compare-delta" data-side={side}>
        <span aria-hidden="true">{signs[side]}</span> Δ {signed(difference.mean, unit)}
      </strong>
      <span className="small muted compare-rule">
        {interval === undefined
          ? 'one seed: no interval'
          : `${signed(interval.low, unit)} to ${signed(interval.high, unit)}${side === 'unclear' ? ', not clear' : ''}`}
      </span>
    </>
  );
}

const signs = { above: '▲', below: '▼', unclear: '≈', same: '=' } as const;

function sideOf({ mean, interval }: NonNullable<Difference>): keyof typeof signs {
  if (mean === 0) return 'same';
  if (interval === undefined) return 'unclear';
  return interval.low > 0 ? 'above' : interval.high < 0 ? 'below' : 'unclear';
}

const signed = (value: number, unit: string): string =>
  value > 0 ? `+${bareQuantity(value, unit)}` : bareQuantity(value, unit);

/** How many numbers differ clearly. */
function finding(measures: readonly Measure[]): string {
  const clear = measures.filter(({ differences }) =>
    differences.some((each) => each !== undefined && ['above', 'below'].includes(sideOf(each))),
  );
  if (clear.length === 0) return 'No metric differs clearly from the base on the last day';
  return `${clear.length} of ${measures.length} metrics differ clearly from the base on the last day`;
}
