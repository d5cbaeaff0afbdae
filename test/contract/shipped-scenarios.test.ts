import { describe, expect, it } from 'vitest';
import { assemble } from '../../sim-core/assemble.ts';
import type { World } from '../../sim-core/contract/vocabulary.ts';
import { run } from '../../sim-core/kernel/run.ts';
import { sum } from '../../sim-core/kernel/sum.ts';
import { finish } from '../golden/finish.ts';
import { shippedIds, smaller } from '../golden/shipped.ts';

describe.each(shippedIds())('%s', (id) => {
  it('knows every day whose each token of its providers is', async () => {
    const { spec } = await smaller(id, 120);
    const model = assemble(spec);
    const owned = [
      ['providers', 'held'],
      ['vesting', 'vesting'],
      ['pledged', 'pledged'],
    ] as const;
    const invariants = owned.map(([account, column]) => ({
      id: account,
      says: 'Rows hold together what their account holds.',
      holds(world: object): boolean {
        // The model's view of its own tables: `assemble` allocates what the vocabulary declares.
        const { providers, network, ledger } = world as World;
        const held = sum(providers[column], providers.count) * network.weight;
        return Math.abs(held - ledger.balance(account)) <= 1e-9 * (ledger.genesis + ledger.minted);
      },
    }));
    const { columns } = finish(run({ ...model, invariants }, { seed: '1', ticks: spec.ticks }));
    expect(columns[0]).toHaveLength(spec.ticks);
  });
});
