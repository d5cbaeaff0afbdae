import type { ReactElement } from 'react';
import type { RunSnapshot } from '../../../sim/run-snapshot.ts';
import { bareQuantity, quantity, unitWords } from '../../../ui/number-format.ts';
import { useWidth } from '../../../ui/use-width.ts';
import { KpiFan } from './kpi-fan.tsx';
import { isFlow, kpiOf } from './kpis.ts';

interface KpiCardProps {
  /** Id of the metric. */
  readonly metric: string;
  /** The last that ran to its end, or the first that runs. */
  readonly run: RunSnapshot;
  /** What runs now, while it is another. */
  readonly now: RunSnapshot | undefined;
  readonly base: RunSnapshot | undefined;
  readonly updating: boolean;
  onChoose(metric: string): void;
}

/** One number of the preview: its value, how it differs from the base, and its course. */
export function KpiCard({ metric, run, now, base, updating, onChoose }: KpiCardProps): ReactElement {
  const [box, width] = useWidth<HTMLDivElement>();
  const column = run.metrics.findIndex(({ id }) => id === metric);
  const { unit = '1', definition = '' } = run.metrics[column] ?? {};
  const { value, delta } = kpiOf(metric, run, base);
  const words = unit === 'share' ? '' : unitWords(unit);
  return (
    <article className="kpi" aria-busy={updating}>
      <select
        className="kpi-metric"
        aria-label="Metric"
        title={definition}
        value={metric}
        onChange={({ target }) => onChoose(target.value)}
      >
        {run.metrics.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
      <div className={updating ? 'kpi-result kpi-old' : 'kpi-result'}>
        <p className="kpi-value">
          {run.results.length === 0 ? '…' : bareQuantity(value, unit)}{' '}
          <span className="small muted">{isFlow(unit) ? `${words}, mean` : words}</span>
        </p>
        {delta !== undefined && <p className="kpi-delta">{deltaText(delta, unit)}</p>}
      </div>
      <div ref={box} className="kpi-fan">
        {width > 0 && (
          <KpiFan
            width={width}
            column={column}
            metric={metric}
            run={run}
            now={now}
            base={base}
            dimmed={updating}
          />
        )}
      </div>
    </article>
  );
}

/** "▲ 12k units against base". */
function deltaText(delta: number, unit: string): string {
  if (Number.isNaN(delta)) return 'no value to compare';
  if (delta === 0) return 'as base';
  return `${delta > 0 ? '▲ +' : '▼ −'}${quantity(Math.abs(delta), unit)} against base`;
}
