import { type PointerEvent, type ReactElement, useRef, useState } from 'react';
import { parallel } from '../../../../charts/field/parallel.tsx';
import { axisAt, isKept, parallelLayout } from '../../../../charts/field/parallel-layout.ts';
import type { Brush } from '../../../../charts/field/parallel-subject.ts';
import { StudioChart } from '../../../../state/studio-chart.tsx';
import { Button } from '../../../../ui/button.tsx';
import { fullNumber } from '../../../../ui/number-format.ts';
import { BrushFields } from './brush-fields.tsx';
import { parallelOf } from './parallel-of.ts';
import type { SweepPictureProps } from './sweep-pictures.ts';

/** Least px that a pointer goes for it to be a brush. */
const leastDrag = 4;

/** All cases across all axes. A drag along an axis keeps the cases in it; fields below do the same by keyboard. */
export function ParallelBrush({ job, result, row, onChoose }: SweepPictureProps): ReactElement {
  const [brushes, setBrushes] = useState<readonly (Brush | undefined)[]>([]);
  const drag = useRef<{ readonly axis: number; readonly value: number; readonly y: number }>(undefined);
  const subject = parallelOf(result, brushes);
  const chart = parallel(subject);
  const kept = subject.lines.filter((line) => isKept(line, subject)).length;
  const set = (axis: number, brush: Brush | undefined) =>
    setBrushes(subject.axes.map((_, i) => (i === axis ? brush : brushes[i])));
  const placeOf = ({ clientX, clientY, target }: PointerEvent) => {
    const picture = target instanceof Element ? target.closest('.chart-picture') : null;
    const box = picture?.querySelector('svg')?.getBoundingClientRect();
    if (box === undefined) return undefined;
    const layout = parallelLayout(subject, { width: box.width, height: box.height });
    return { layout, x: clientX - box.left, y: clientY - box.top };
  };
  const onPointerDown = (event: PointerEvent) => {
    const place = placeOf(event);
    const hit = place === undefined ? undefined : axisAt(place.layout, place.x, place.y);
    drag.current = hit === undefined || place === undefined ? undefined : { ...hit, y: place.y };
  };
  const onPointerMove = (event: PointerEvent) => {
    const { current } = drag;
    const place = current === undefined ? undefined : placeOf(event);
    if (current === undefined || place === undefined || event.buttons === 0) return;
    if (Math.abs(place.y - current.y) < leastDrag) return;
    const end = place.layout.axes[current.axis]?.scale.valueAt(place.y) ?? current.value;
    set(current.axis, { low: Math.min(current.value, end), high: Math.max(current.value, end) });
  };
  return (
    <>
      <div
        className="parallel-brush"
        onPointerDownCapture={onPointerDown}
        onPointerMoveCapture={onPointerMove}
        onPointerUpCapture={() => {
          drag.current = undefined;
        }}
      >
        <StudioChart
          chart={chart}
          file={job.id}
          about={{ reading, quantities: [] }}
          onChoose={onChoose}
          {...(row === undefined ? {} : { selected: row })}
        />
      </div>
      <details className="brush-panel">
        <summary>
          {brushes.some((brush) => brush !== undefined)
            ? `${fullNumber(kept)} of ${fullNumber(subject.lines.length)} cases are kept`
            : 'Keep only some cases'}
        </summary>
        <BrushFields subject={subject} onBrush={set} />
        <Button kind="quiet" onClick={() => setBrushes([])}>
          Keep all
        </Button>
      </details>
    </>
  );
}

const reading =
  'Each line is a case: where it crosses an axis is its value there. Drag along an axis, or use the fields below, to keep only cases that cross it in that part. Solid lines pass the verdict in at least 8 of 10 seeds, dotted ones fail it in most.';
