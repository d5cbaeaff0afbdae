import type { Chart, Frame } from '../chart.ts';
import { chartTable } from '../chart-table.ts';
import { subtitle, summary } from '../chart-words.ts';
import type { ChartDescription } from '../charts.ts';
import { basis, finding } from '../finding.ts';
import type { ChartSubject } from '../plot-data.ts';
import { readout } from '../readout.ts';
import { layoutOf } from '../time-plot.tsx';

/** A metric, or several of one unit, over the days of a run: the fan and line charts of the Run screen, as a `Chart`. */
export function metricChart(description: ChartDescription, subject: ChartSubject): Chart {
  const compared = basis(subject);
  const below = subtitle(subject);
  return {
    id: description.id,
    title: finding(subject),
    subtitle: compared === '' ? below : `${below}. ${compared}`,
    summary: summary(subject),
    table() {
      const table = chartTable(subject);
      return {
        columns: ['date', ...table.columns],
        rows: table.days,
        row: (index) => [table.date(index), ...table.values(index)],
      };
    },
    heightAt: () => 208,
    draw: (frame) => <description.component {...plain(frame)} subject={subject} />,
    items: subject.span.ticks,
    readout: (tick) => readout(subject, tick),
    itemAt: (frame, x) => layoutOf({ ...plain(frame), subject }).tickAt(x),
  };
}

/** Charts over time know no chosen item. */
const plain = ({ selected: _, ...frame }: Frame) => frame;
