import type { ReactElement } from 'react';
import type { MetricView } from '../../../main/api/model/model-api.ts';
import { PlaceLink } from '../../state/place-link.tsx';
import { type Entries, usesOfPath } from './find-entries.ts';

interface MetricEntryProps {
  readonly metric: MetricView;
  readonly entries: Entries;
}

/** A metric: what it is, from which values, and which mechanisms bring those. */
export function MetricEntry({ metric, entries }: MetricEntryProps): ReactElement {
  const { id, title, unit, definition, source, gaps, reads } = metric;
  return (
    <article>
      <h2>{title}</h2>
      <p className="muted">
        <code>{id}</code>, in {unit === '1' ? 'plain numbers' : unit}
      </p>
      <p className="reference-summary">{definition}</p>
      {gaps !== undefined && <p>Without a value: {gaps}</p>}
      <h3>Source</h3>
      <p>{source}</p>
      <h3>Computed from</h3>
      <ul>
        {reads.map((path) => (
          <li key={path}>
            <code>{path}</code>{' '}
            <span className="muted">
              {usesOfPath(path, entries).writers.map((writer, index) => (
                <span key={writer.id}>
                  {index === 0 ? 'set by ' : ', '}
                  <PlaceLink to={{ screen: 'reference', search: { mechanism: writer.id } }}>
                    {writer.id}
                  </PlaceLink>
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </article>
  );
}
