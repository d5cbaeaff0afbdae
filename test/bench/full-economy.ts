import type { ParameterValue } from '../../sim-core/contract/parameter.ts';
import type { ScenarioSpec } from '../../sim-core/contract/scenario.ts';
import { mechanismUse } from '../../sim-core/validation/economy.ts';

type Given = Readonly<Record<string, ParameterValue>>;

/** What stands beside the defaults: tables, which have none, and shocks that all strike within the days measured. */
const given: Readonly<Record<string, Given>> = {
  'shocks.cost-rise': { after: 30 },
  'shocks.outage': { after: 20 },
  'shocks.price-crash': { after: 40 },
  'staking.unlock-schedule': {
    tranches: {
      name: ['team', 'investors'],
      tokens: [20e6, 15e6],
      cliff: [365, 180],
      duration: [1095, 730],
    },
  },
  'reward.multipliers': {
    multipliers: {
      name: ['wanted', 'pro', 'lite'],
      region: [1, 0, 0],
      share: [1, 0.2, 0.5],
      multiplier: [1.5, 2, 0.7],
    },
  },
  'governance.scheduled-patch': {
    changes: { parameter: ['verification.random-audit.rate'], value: [0.02], after: [30] },
    from: 0,
  },
};

/** Every slot, most with several mechanisms, in the order of their lists. */
const filled = [
  'agents.token',
  'agents.holders',
  'agents.providers',
  'agents.users',
  'agents.cells',
  'shocks.cost-rise',
  'shocks.outage',
  'shocks.price-crash',
  'demand.logit-choice',
  'settlement.prepaid-credits',
  'verification.random-audit',
  'verification.quality-score',
  'emission.halving',
  'emission.net',
  'reward.multipliers',
  'reward.data-first',
  'staking.slashing',
  'staking.termination-fee',
  'staking.vesting',
  'staking.initial-pledge',
  'staking.bonding',
  'staking.unbonding',
  'staking.unlock-schedule',
  'supply.sell-flow',
  'supply.patient-exit',
  'supply.hardware',
  'supply.rational-entry',
  'market.traders',
  'market.uniform-batch',
  'governance.scheduled-patch',
] as const;

/** An economy with every slot filled: what the bar of the issue on speed is measured on. */
export function fullEconomy(sizes: {
  readonly rows: number;
  readonly users: number;
  readonly ticks: number;
  readonly regions: ParameterValue;
}): ScenarioSpec {
  const { rows, users, ticks, regions } = sizes;
  const bySize: Readonly<Record<string, Given>> = {
    'agents.providers': { rows, regions },
    'agents.users': { count: users },
    'agents.cells': { cells: rows / 5 },
  };
  return {
    id: 'full-economy',
    version: 1,
    startDay: 0,
    ticks,
    mechanisms: filled.map((id) => mechanismUse(id, { ...given[id], ...bySize[id] })),
  };
}
