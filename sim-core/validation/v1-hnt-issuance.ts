import { assemble } from '../assemble.ts';
import { StudioError } from '../contract/errors.ts';
import type { Ledger } from '../contract/ledger.ts';
import type { Metric } from '../contract/metric.ts';
import type { ParameterValue } from '../contract/parameter.ts';
import type { MechanismUse } from '../contract/scenario.ts';
import { dayNumber, dayOf } from '../kernel/calendar.ts';
import { run } from '../kernel/run.ts';
import { sum } from '../kernel/sum.ts';
import { mechanisms } from '../mechanisms/index.ts';
import { defaultsOf } from './alone.ts';
import { check } from './check.ts';
import { hntWeeks } from './figures/hnt-weeks.ts';

const days = hntWeeks.map(({ week }) => dayOf(week) ?? 0);
const burned = { days, values: hntWeeks.map((week) => week.burned) };
const price = { days, values: hntWeeks.map((week) => week.price) };

/** The model itself, driven by recorded burns and prices: what it mints is held against what the chain minted. */
export const hntIssuance = check({
  id: 'V1',
  title: 'HNT minted a week, 2023-04-24 to 2023-06-18: schedule and net emissions',
  unit: 'token/week',
  source: {
    title:
      'HNT minted on Solana by week, Dune exports in CryptoZach/Tokenomics-as-Systems-Engineering, commit 7c2503d',
    url: 'https://github.com/CryptoZach/Tokenomics-as-Systems-Engineering/tree/7c2503d',
    licence: 'CC-BY-4.0',
  },
  tolerance: {
    kind: 'absolute',
    value: 1e-6,
    because: 'The chain rounds each of 21 mints down to 1e-8 HNT.',
  },
  expected: hntWeeks.map(({ week, issued }) => ({ of: `week of ${week}`, value: issued })),
  constants: { firstYear: 60_000_000, halvesEvery: 24, netCap: 34.24 },
  compute({ firstYear, halvesEvery, netCap }) {
    const spec = {
      id: 'v1',
      version: 1,
      startDay: days[0],
      ticks: 7 * hntWeeks.length,
      mechanisms: [
        use('agents.token', { price: price.values[0] }),
        use('agents.providers', {
          rows: 10,
          activeAtStart: 1,
          spoofers: 0,
          weight: 100_000,
          regions: oneRegion,
        }),
        use('demand.recorded', { burned, price }),
        use('settlement.burn-and-mint', {}),
        use('emission.halving', { initial: firstYear, period: halvesEvery, first: dayNumber(2019, 8, 2) }),
        use('emission.net', {
          cap: { days: [0], values: [netCap] },
          window: 1,
          atStart: burned.values[0] / 7,
        }),
        use('reward.per-capacity', {}),
        use('market.recorded', { price }),
      ],
    };
    const ticks = run({ ...assemble(spec), metrics: [minted] }, { seed: '1', ticks: spec.ticks });
    let turn = ticks.next();
    while (turn.done !== true) turn = ticks.next();
    const [column] = turn.value.columns;
    return hntWeeks.map((_, week) => sum(column.subarray(7 * week, 7 * week + 7), 7));
  },
});

const minted: Metric<{ readonly ledger: Ledger }> = {
  id: 'minted',
  title: 'Minted',
  unit: 'token/day',
  definition: 'All tokens created on the day.',
  source: 'ledger',
  read: ({ ledger }) => ledger.mintedToday,
};

const oneRegion = {
  name: ['everywhere'],
  share: [1],
  power_price: [0.15],
  import_markup: [0],
  extra_lead: [0],
};

function use(id: string, given: Readonly<Record<string, ParameterValue>>): MechanismUse {
  const mechanism = mechanisms.find((each) => each.id === id);
  if (!mechanism)
    throw new StudioError({ code: 'engine.no-mechanism', message: `This engine has no mechanism ${id}.` });
  const { version, slot } = mechanism;
  return { id, version, slot, parameters: { ...defaultsOf(mechanism), ...given } };
}
