import { type KeyboardEvent, type PointerEvent, type ReactElement, useState } from 'react';
import type { ChartTheme } from '../../charts/chart-theme.ts';
import type { ChartDescription } from '../../charts/charts.ts';
import { basis, finding } from '../../charts/finding.ts';
import type { ChartSubject } from '../../charts/plot-data.ts';
import { readout } from '../../charts/readout.ts';
import { layoutOf } from '../../charts/time-plot.tsx';
import { useWidth } from './use-width.ts';

interface PlotAreaProps {
  readonly chart: ChartDescription;
  readonly subject: ChartSubject;
  readonly theme: ChartTheme;
  onTable(): void;
}

const height = 208;

/** The picture, with the values of one day under the pointer or the arrow keys. */
export function PlotArea({ chart, subject, theme, onTable }: PlotAreaProps): ReactElement {
  const [place, width] = useWidth<HTMLDivElement>();
  const [cursor, setCursor] = useState<number>();
  const [byKeys, setByKeys] = useState(false);
  const props = { subject, theme, width, height };
  const last = subject.span.ticks - 1;

  const onPointerMove = ({ clientX, currentTarget }: PointerEvent) => {
    setByKeys(false);
    if (width > 0) setCursor(layoutOf(props).tickAt(clientX - currentTarget.getBoundingClientRect().left));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const far = event.shiftKey ? 30 : 1;
    const from = cursor ?? (event.key === 'ArrowLeft' ? last + 1 : -1);
    const to = { ArrowRight: from + far, ArrowLeft: from - far, Home: 0, End: last }[event.key];
    if (event.key.toLowerCase() === 't' && !event.ctrlKey && !event.metaKey && !event.altKey) onTable();
    else if (event.key === 'Escape') setCursor(undefined);
    else if (to !== undefined) setCursor(Math.min(last, Math.max(0, to)));
    else return;
    setByKeys(true);
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; this groups a picture and what is read off it
    <div
      ref={place}
      className="plot"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: keys move the day that is read, T opens the table
      tabIndex={0}
      role="group"
      aria-label={`${finding(subject)}. Arrow keys read days, T shows the data table.`}
      onPointerMove={onPointerMove}
      onPointerLeave={() => setCursor(undefined)}
      onBlur={() => setCursor(undefined)}
      onKeyDown={onKeyDown}
    >
      {width > 0 && <chart.component {...props} {...(cursor === undefined ? {} : { cursor })} />}
      <p className="readout small" aria-live={byKeys ? 'polite' : 'off'}>
        {cursor === undefined ? basis(subject) : readout(subject, cursor)}
      </p>
    </div>
  );
}
