import { expect, it } from 'vitest';
import type { MechanismView } from '../../../main/api/model/model-api.ts';
import { type Entries, findEntries, usesOfPath } from './find-entries.ts';

const mechanism = (id: string, change: Partial<MechanismView> = {}): MechanismView => ({
  ...{
    id,
    version: 1,
    slot: 'emission',
    title: id,
    summary: '',
    sources: [],
    parameters: {},
    needs: [],
    reads: [],
  },
  ...{ writes: [], invariants: [], own: false },
  ...change,
});

const metric = {
  id: 'market.price',
  title: 'Price',
  unit: 'USD/token',
  definition: 'Close of the day',
  source: '',
};
const entries: Entries = {
  mechanisms: [
    mechanism('emission.halving', { summary: 'Halves on a day', writes: ['emission.scheduled'] }),
    mechanism('market.amm', { reads: ['emission.scheduled'], writes: ['market.price'] }),
  ],
  metrics: [{ ...metric, needs: [], reads: ['market.price'] }],
  verdicts: [{ id: 'solvent', title: 'Solvent', rule: 'Liabilities are met', source: '' }],
};

it('finds what holds every word, wherever it stands', () => {
  expect(findEntries(entries, 'halv day').mechanisms.map(({ id }) => id)).toEqual(['emission.halving']);
  expect(findEntries(entries, 'halv day')).toMatchObject({ metrics: [], verdicts: [] });
  expect(findEntries(entries, 'close').metrics).toHaveLength(1);
  expect(findEntries(entries, '')).toEqual(entries);
});

it('knows who writes and who reads a path', () => {
  const { writers, readers, metrics } = usesOfPath('market.price', entries);
  expect([writers, readers, metrics].map((list) => list.map(({ id }) => id))).toEqual([
    ['market.amm'],
    [],
    ['market.price'],
  ]);
  expect(usesOfPath('emission', entries).readers.map(({ id }) => id)).toEqual(['market.amm']);
});
