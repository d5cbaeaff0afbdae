import { type ReactElement, useEffect, useRef } from 'react';
import { unitWords } from '../number-format.ts';

/** What is said of a quantity in a chart: a metric, a breakdown or a verdict is one. */
export interface AboutQuantity {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  /** Formula or rule in words. */
  readonly definition: string;
  readonly source: string;
  /** When it has no value. */
  readonly gaps?: string;
}

/** What a chart has to say of itself. */
export interface ChartAbout {
  /** How the picture is read, in a sentence or two. */
  readonly reading: string;
  /** What it is made of, from the declarations of the model. */
  readonly quantities: readonly AboutQuantity[];
}

interface ChartAboutViewProps extends ChartAbout {
  readonly title: string;
  readonly height: number;
}

/** Explain this chart: how to read it, and where each number comes from. */
export function ChartAboutView({ title, height, reading, quantities }: ChartAboutViewProps): ReactElement {
  const place = useRef<HTMLElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <section
      ref={place}
      className="chart-about"
      aria-label={`Explained: ${title}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
      tabIndex={0}
      style={{ height }}
    >
      <p>{reading}</p>
      {quantities.map(({ id, title: name, unit, definition, source, gaps }) => (
        <dl key={`${id} ${name}`}>
          <dt>
            {name} <code>{id}</code>
          </dt>
          <dd>{definition}</dd>
          <dd className="muted">
            Unit: {unit === 'share' ? 'share, shown in %' : unitWords(unit) || 'a bare number'}
          </dd>
          <dd className="muted">From: {source}</dd>
          {gaps !== undefined && <dd className="muted">No value where {gaps}</dd>}
        </dl>
      ))}
    </section>
  );
}
