import { observedFan } from '../../../renderer/charts/time/observed-fan.tsx';
import { outcomeFan } from '../../../renderer/charts/time/outcome-fan.ts';
import { drawChart } from './draw-chart.ts';
import type { DrawnChart } from './draw-charts.ts';

type Frame = Parameters<typeof outcomeFan>[1];
type Column = Omit<Parameters<typeof outcomeFan>[0], 'fan'> & {
  readonly fans: { readonly proposal: Parameters<typeof outcomeFan>[0]['fan'] };
};

/** Real data on the forecast that a proposal made, one picture a column. */
export const drawOutcome = (
  outcome: Frame & { readonly columns: readonly Column[] },
): readonly DrawnChart[] =>
  outcome.columns.map((column) =>
    drawChart(
      observedFan(outcomeFan({ ...column, fan: column.fans.proposal }, outcome)),
      column.column.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
    ),
  );
