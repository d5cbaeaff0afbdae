import { type ReactElement, useMemo, useState } from 'react';
import { tokenFlows } from '../../../charts/flow/token-flows.tsx';
import { StudioChart } from '../../../state/studio-chart.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { isoDay } from '../../../ui/time-format.ts';
import type { PanelProps } from '../charts/chart-grid.tsx';
import { lastTickOf, shownSeeds } from '../shown-seeds.ts';
import { tokenMoves } from './token-moves.ts';

type Over = 'day' | 'month' | 'start';

const spans: Readonly<Record<Over, number>> = { day: 1, month: 30, start: Number.POSITIVE_INFINITY };

const titles: Readonly<Record<Over, string>> = {
  day: 'On the day',
  month: 'Over 30 days',
  start: 'Since the start',
};

/** Where tokens went until the day that is looked at: on it, in the month before it, or since the run began. */
export function FlowsCard({ snapshot, view, moment }: PanelProps): ReactElement {
  const [over, setOver] = useState<Over>('month');
  const { metrics, request } = snapshot;
  const { startDay } = request.spec;
  const seeds = shownSeeds(snapshot, view);
  const to = Math.min(moment ?? Number.POSITIVE_INFINITY, lastTickOf(seeds));
  const from = Math.max(0, to - spans[over]);
  const flows = tokenMoves(metrics, seeds, from, to);
  const about = useMemo(
    () => ({ reading, quantities: metrics.filter(({ id }) => used.includes(id)) }),
    [metrics],
  );
  if (flows === undefined)
    return <p className="panel-waiting muted">Flows of tokens are shown from the second day on.</p>;
  const days =
    to - from === 1
      ? `on ${isoDay(startDay + to)}`
      : `${isoDay(startDay + from + 1)} to ${isoDay(startDay + to)}`;
  const when =
    seeds.length > 1 ? `${days}; mean of ${seeds.length} seeds` : `${days}; seed ${seeds[0]?.seed ?? ''}`;
  return (
    <StudioChart
      chart={tokenFlows({ title: titles[over], unit: 'token', when, flows })}
      file={request.scenario}
      about={about}
      height={300}
      controls={
        <Segmented
          label="Flows of"
          value={over}
          options={[
            { value: 'day', text: 'Day' },
            { value: 'month', text: '30 days' },
            { value: 'start', text: 'From start' },
          ]}
          onChange={setOver}
        />
      }
    />
  );
}

/** Whether a run reports what flows are read from. */
export const hasFlows = (metrics: PanelProps['snapshot']['metrics']): boolean =>
  ['supply.minted', 'supply.burned', 'supply.outstanding', 'supply.circulating'].every((id) =>
    metrics.some((metric) => metric.id === id),
  );

const used = [
  'supply.minted',
  'supply.burned',
  'supply.outstanding',
  'supply.circulating',
  'supply.staked',
  'supply.locked',
];

const reading =
  'A ribbon is as thick as the tokens that flowed along it. Left: tokens that came into being, and places that held less at the end than at the beginning; right: tokens ' +
  'that were destroyed, and places that held more. These are net flows: tokens that left a place and came back in between are not seen. Means over seeds, since ' +
  'means add up and medians do not.';
