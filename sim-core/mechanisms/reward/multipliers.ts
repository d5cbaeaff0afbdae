import { mechanism } from '../../contract/mechanism.ts';
import { table } from '../../contract/parameter.ts';
import { uniform } from '../../kernel/random.ts';
import { rowOfClass, rowOfRegion } from '../region-row.ts';
import { sources } from '../sources.ts';

/** Tick of the draws at genesis, so that they share nothing with those of any day. */
const genesis = -1;

const everywhere = 0;

/** Some earn more for the same service: where it is wanted most, or with better hardware. List it before the split. */
export const multipliers = mechanism({
  id: 'reward.multipliers',
  version: 1,
  slot: 'reward',
  title: 'Multipliers by region or class',
  summary:
    'Multiplies the reward weight of providers by their region, their hardware and their luck; list it before the split.',
  sources: [sources.hivemapper, sources.dip2],
  parameters: {
    multipliers: table({
      label: 'Multipliers',
      unit: 'row',
      why: 'Rows of one region divide its providers by their shares, those of region 0 all providers; both multiply, and 1 holds where no row does.',
      columns: {
        name: { kind: 'text', label: 'Name' },
        region: {
          kind: 'number',
          label: 'Region (1 is the first, 0 everywhere)',
          unit: 'row of regions',
          min: 0,
          max: 255,
        },
        share: { kind: 'number', label: 'Share of its providers', unit: 'share', min: 0, max: 1 },
        multiplier: { kind: 'number', label: 'Multiplier', unit: '1', min: 0, max: 1000 },
      },
      default: { name: [], region: [], share: [], multiplier: [] },
    }),
    classes: table({
      label: 'Multipliers of hardware',
      unit: 'row',
      why: 'What the classes of agents.providers count; 1 holds for a class without a row. By default for all of them.',
      columns: {
        class: { kind: 'number', label: 'Class (1 is the first)', unit: 'row of classes', min: 1, max: 256 },
        multiplier: { kind: 'number', label: 'Multiplier', unit: '1', min: 0, max: 1000 },
      },
      default: { class: [], multiplier: [] },
    }),
  },
  columns: {
    factor: {
      table: 'providers',
      type: 'f64',
      meaning: 'what its region and hardware multiply its weight by',
    },
  },
  needs: ['providers', 'reward.perWeight'],
  reads: ['providers.id', 'providers.region', 'providers.class'],
  writes: ['providers.multiplier'],
  refuses: ({ multipliers: { name, region, share } }) => {
    for (const [row, r] of region.entries()) {
      const total = share.reduce((sum, part, i) => (region[i] === r ? sum + part : sum), 0);
      if (total <= 1 + 1e-9) continue;
      return {
        parameter: 'multipliers',
        message: `The shares of region ${r} ("${name[row]}" among them) sum to ${total}.`,
        hint: 'They divide its providers: they must sum to 1 or less.',
      };
    }
    return undefined;
  },
  start({ providers, regions, classes, own, random }, { multipliers: rows, classes: hardware }) {
    for (const region of rows.region)
      if (region !== everywhere) rowOfRegion('reward.multipliers.multipliers', region, regions.count);
    const { count, id, region } = providers;
    random.turn(genesis, 0);
    for (let i = 0; i < count; i++)
      own.factor[i] = multiplierAt(rows, region[i] + 1, uniform(random.k0, random.k1, id[i]));
    random.turn(genesis, 1);
    for (let i = 0; i < count; i++)
      own.factor[i] *= multiplierAt(rows, everywhere, uniform(random.k0, random.k1, id[i]));
    for (const [n, row] of hardware.class.entries()) {
      const c = rowOfClass('reward.multipliers.classes', row, classes.count);
      for (let i = 0; i < count; i++) if (providers.class[i] === c) own.factor[i] *= hardware.multiplier[n];
    }
  },
  step({ providers, own }) {
    const { count, multiplier } = providers;
    const { factor } = own;
    for (let i = 0; i < count; i++) multiplier[i] *= factor[i];
  },
  examples: [
    {
      says: 'A region that counts half more and a class that counts four times multiply to six',
      given: {
        multipliers: {
          name: ['A', 'pro', 'lite'],
          region: [1, 0, 0],
          share: [1, 1, 0],
          multiplier: [1.5, 4, 9],
        },
      },
      before: { 'providers.multiplier': 2 },
      after: { 'providers.multiplier': 12 },
    },
    {
      says: 'Hardware of the second class counts half, that of the third nothing',
      given: { classes: { class: [2, 3], multiplier: [0.5, 0] } },
      before: { 'providers.multiplier': 2, 'providers.class': [0, 1, 2, 3, 0, 1, 2, 3, 0, 1] },
      after: { 'providers.multiplier': [2, 1, 0, 2, 2, 1, 0, 2, 2, 1] },
    },
    {
      says: 'Where no row holds nothing changes',
      given: { multipliers: { name: ['pro'], region: [0], share: [0], multiplier: [4] } },
      before: { 'providers.multiplier': 2 },
      after: { 'providers.multiplier': 2 },
    },
  ],
});

/** The multiplier of the row whose part of the cumulative shares of a region holds `u`; 1 if none does. */
function multiplierAt(
  {
    region,
    share,
    multiplier,
  }: {
    readonly region: readonly number[];
    readonly share: readonly number[];
    readonly multiplier: readonly number[];
  },
  at: number,
  u: number,
): number {
  let total = 0;
  for (let row = 0; row < region.length; row++) {
    if (region[row] !== at) continue;
    total += share[row];
    if (u < total) return multiplier[row];
  }
  return 1;
}
