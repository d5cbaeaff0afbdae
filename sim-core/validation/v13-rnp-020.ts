import { floor } from '../kernel/math.ts';
import { rnp020 } from '../mechanisms/emission/rnp-020.ts';
import { decide, equalPain, growthOf, nodeMultiplier } from '../mechanisms/emission/rnp-020-rule.ts';
import { sources } from '../mechanisms/sources.ts';
import { alone } from './alone.ts';
import { check } from './check.ts';
import { burned, policy } from './figures/render-policy.ts';

/** RNP-020's policy over 36 recorded epochs of burns, by its rule and by the mechanism, and its own example of a vote. */
export const adaptivePolicy = check({
  id: 'V13',
  title: 'RNP-020 policy, decisions of 36 epochs',
  unit: 'token/epoch',
  source: sources.rnp20,
  tolerance: { kind: 'absolute', value: 0, because: 'Decisions are exact: amounts are multiples of 100.' },
  expected: [
    { of: 'example of the RNP: anchor 16,293 holds 15,000', value: 15_000 },
    ...policy.map((value, i) => ({ of: `mechanism, epoch ${i + 1}`, value })),
    ...policy.map((value, i) => ({ of: `epoch ${i + 1}`, value })),
  ],
  constants: {
    initial: 47_435,
    period: 12,
    buffer: 0.1,
    upper: 3,
    capStep: 0.1,
    quantum: 0.05,
    roundTo: 100,
  },
  compute({ initial, period, ...rule }) {
    const vote = { policy: 15_000, direction: 0, cap: rule.buffer };
    decide(vote, 12_125 * 0.849 * 1.576 * 1.005, rule);

    const memory = { policy: initial, direction: 0, cap: rule.buffer };
    let before = 0;
    const decided = burned.map((_, i) => {
      if ((i + 1) % period !== 0) return memory.policy;
      const mean = burned.slice(i + 1 - period, i + 1).reduce((a, b) => a + b, 0) / period;
      // Which tier did how much work is not known for these epochs, so that both factors are 1.
      const unknown = Number.NaN;
      const nodes =
        nodeMultiplier(unknown, 0, 0, unknown, 0, 0) * equalPain(unknown, 1, 0, unknown, 1, 0, 1, 1);
      decide(memory, mean * (1 + growthOf(mean, before)) * nodes, rule);
      before = mean;
      return memory.policy;
    });
    return [vote.policy, ...byMechanism({ initial, period, ...rule }), ...decided];
  },
});

/** The mechanism itself, day by day: a seventh of each epoch's burns on every day of it, and nodes that never change. */
function byMechanism(given: Readonly<Record<string, number>>): readonly number[] {
  const { world, on } = alone(rnp020, given);
  world.ledger.mint('traders', 1e9, 'supply');
  world.network.active = 100;
  const policies: number[] = [];
  for (let day = 0; day <= 7 * burned.length; day++) {
    on(day);
    // What an epoch decides is in force on the day after its last.
    if (day > 0 && day % 7 === 0) policies.push(world.state.policy);
    world.ledger.burn('traders', (burned[floor(day / 7)] ?? 0) / 7, 'burned for jobs');
  }
  return policies;
}
