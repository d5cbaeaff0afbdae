import { type ReactElement, useId } from 'react';
import type { MetricView } from '../../../../main/api/model/model-api.ts';
import type { ModelSelection } from '../../../state/design.ts';

interface MetricSelectProps {
  readonly metrics: readonly MetricView[];
  readonly selection: ModelSelection | undefined;
  onSelect(selection: ModelSelection | undefined): void;
}

/** Which metric the graph is asked about. */
export function MetricSelect({ metrics, selection, onSelect }: MetricSelectProps): ReactElement {
  const id = useId();
  return (
    <div className="metric-select">
      <label htmlFor={id} className="small muted">
        What feeds
      </label>
      <select
        id={id}
        className="input"
        value={selection?.kind === 'metric' ? selection.id : ''}
        onChange={({ target }) =>
          onSelect(target.value === '' ? undefined : { kind: 'metric', id: target.value })
        }
      >
        <option value="">nothing chosen</option>
        {metrics.map((metric) => (
          <option key={metric.id} value={metric.id}>
            {metric.title}
          </option>
        ))}
      </select>
    </div>
  );
}
