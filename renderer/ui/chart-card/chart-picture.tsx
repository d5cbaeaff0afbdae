import { type KeyboardEvent, type PointerEvent, type ReactElement, useState } from 'react';
import type { Chart, Frame } from '../../charts/chart.ts';
import type { ChartTheme } from '../../charts/chart-theme.ts';
import { useWidth } from '../use-width.ts';

interface ChartPictureProps {
  readonly chart: Chart;
  readonly theme: ChartTheme;
  /** Px; absent: what the chart wants at its width. */
  readonly height?: number | undefined;
  /** The item that is marked from outside, such as the day of a scrubber; a pointer or the arrow keys stand above it. */
  readonly mark?: number | undefined;
  /** The item that was chosen. */
  readonly selected?: number | undefined;
  /** Called with an item that is clicked, or on which Enter is pressed. */
  readonly onChoose?: ((item: number) => void) | undefined;
}

/** Steps of Page Up and Page Down, and of arrow keys with Shift. */
const far = 30;

/** The drawing of a chart, with what lies under the pointer or the arrow keys in a line of words below. */
export function ChartPicture(props: ChartPictureProps): ReactElement {
  const { chart, theme, mark, selected, onChoose } = props;
  const [place, width] = useWidth<HTMLDivElement>();
  const [pointed, setPointed] = useState<number>();
  const [byKeys, setByKeys] = useState(false);
  const height = props.height ?? chart.heightAt(width);
  const last = chart.items - 1;
  const cursor = inside(pointed, last) ?? inside(mark, last);
  const frame: Frame = {
    ...{ theme, width, height },
    ...(cursor === undefined ? {} : { cursor }),
    ...(selected === undefined ? {} : { selected }),
  };
  const under = ({ clientX, clientY, currentTarget }: PointerEvent): number | undefined => {
    const { left, top } = currentTarget.getBoundingClientRect();
    return width > 0 ? chart.itemAt(frame, clientX - left, clientY - top) : undefined;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = keyTo(event, cursor, last);
    if (event.key === 'Enter' && cursor !== undefined && onChoose !== undefined) onChoose(cursor);
    else if (event.key === 'Escape' && pointed !== undefined) setPointed(undefined);
    else if (to !== undefined && last >= 0) setPointed(to);
    else return;
    setByKeys(true);
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; this groups a picture and what is read off it
    <div
      ref={place}
      className="chart-picture"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: keys move what is read, T opens the table
      tabIndex={0}
      role="group"
      aria-label={`${chart.title}. Arrow keys read values, T shows the data table.`}
      onPointerMove={(event) => {
        setByKeys(false);
        setPointed(under(event));
      }}
      onPointerLeave={() => setPointed(undefined)}
      onClick={(event) => {
        const item = pointed ?? inside(mark, last);
        if (event.detail > 0 && item !== undefined) onChoose?.(item);
      }}
      onBlur={() => setPointed(undefined)}
      onKeyDown={onKeyDown}
      style={{ minHeight: height + readoutHeight }}
    >
      {width > 0 && chart.draw(frame)}
      <p className="chart-readout small" aria-live={byKeys ? 'polite' : 'off'}>
        {cursor === undefined ? '' : chart.readout(cursor)}
      </p>
    </div>
  );
}

const readoutHeight = 17;

const inside = (item: number | undefined, last: number): number | undefined =>
  item === undefined || item < 0 || item > last ? undefined : item;

function keyTo({ key, shiftKey }: KeyboardEvent, at: number | undefined, last: number): number | undefined {
  const step = shiftKey ? far : 1;
  const after = (by: number) => (at === undefined ? 0 : at + by);
  const before = (by: number) => (at === undefined ? last : at - by);
  const to = {
    ...{ ArrowRight: after(step), ArrowDown: after(step), PageDown: after(far) },
    ...{ ArrowLeft: before(step), ArrowUp: before(step), PageUp: before(far) },
    ...{ Home: 0, End: last },
  }[key];
  return to === undefined ? undefined : Math.min(last, Math.max(0, to));
}
