import type { ReactElement } from 'react';
import type { ParameterView } from '../../../main/api/scenarios/scenarios-api.ts';

/** Solid where someone published the value, dashed where it is assumed; the reason in words beside it. */
export function OriginChip({ origin }: { readonly origin: ParameterView['origin'] }): ReactElement {
  if (origin.kind === 'assumption') {
    return (
      <div className="origin">
        <span className="chip chip-assumption">assumption</span>
        <span>{origin.because}</span>
      </div>
    );
  }
  const { title, url } = origin;
  const isWeb = url !== undefined && /^https?:\/\//.test(url);
  return (
    <div className="origin">
      <span className="chip chip-source">source</span>
      {isWeb ? (
        <a href={url} target="_blank" rel="noreferrer">
          {title}
        </a>
      ) : (
        <span>{title}</span>
      )}
    </div>
  );
}
