import type { Chart, Frame } from '../chart.ts';
import { chartTable } from '../chart-table.ts';
import { summary } from '../chart-words.ts';
import type { ChartDescription } from '../charts.ts';
import type { ChartSubject } from '../plot-data.ts';
import { headingOf } from '../plot-heading.tsx';
import { readout } from '../readout.ts';
import { layoutOf } from '../time-plot.tsx';

/** A metric, or several of one unit, over the days of a run: the fan and line charts of the Run screen, as a `Chart`. */
export function metricChart(description: ChartDescription, subject: ChartSubject): Chart {
  return {
    id: description.id,
    ...headingOf(subject),
    summary: summary(subject),
    table: () => chartTable(subject),
    heightAt: () => 208,
    draw: (frame) => <description.component {...plain(frame)} subject={subject} />,
    items: subject.span.ticks,
    readout: (tick) => readout(subject, tick),
    itemAt: (frame, x) => layoutOf({ ...plain(frame), subject }).tickAt(x),
  };
}

/** Charts over time know no chosen item. */
const plain = ({ selected: _, ...frame }: Frame) => frame;
