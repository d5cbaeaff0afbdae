import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';
import { status } from '../../contract/vocabulary.ts';
import { uniform } from '../../kernel/random.ts';
import { blockRows } from '../../kernel/sum.ts';
import { rowOfRegion } from '../region-row.ts';
import { shockTiming, strikes } from '../shock-timing.ts';
import { sources } from '../sources.ts';

/** A way to cheat gets around: a share of honest providers begins to claim service it does not give. */
export const fraudWave = mechanism({
  id: 'shocks.fraud-wave',
  version: 1,
  slot: 'shocks',
  title: 'Fraud wave',
  summary: 'A share of the honest providers of a region, or of all, starts to spoof, until it is caught.',
  sources: [sources.denylist],
  parameters: {
    ...shockTiming,
    region: number({
      label: 'Region',
      unit: 'row of regions',
      min: 0,
      max: 255,
      default: 0,
      step: 1,
      integer: true,
      why: "Where it gets around: 1 is the first row of the providers' regions, 0 is everywhere.",
    }),
    share: number({
      label: 'Turn to spoofing',
      unit: 'share',
      min: 0,
      max: 1,
      default: 0.1,
      step: 0.05,
      why: 'Of active honest providers there. Twice what the denylist of 2022 held is a hard test.',
    }),
    multiple: number({
      label: 'Spoofed claim',
      unit: '1',
      min: 1,
      max: 100,
      default: 3,
      step: 0.5,
      why: 'Reward weight they claim over what their hardware would earn honestly.',
    }),
  },
  state: { row: -1 },
  reads: ['providers.id', 'providers.region', 'providers.status', 'providers.capacity'],
  writes: ['providers.spoofing', 'providers.rewardWeight', 'network.capacity'],
  start({ regions, state }, { region }) {
    state.row = region === 0 ? -1 : rowOfRegion('shocks.fraud-wave.region', region, regions.count);
  },
  step(world, given) {
    if (!strikes(world, given)) return;
    const { providers, network, clock, random, state } = world;
    const { count, id, region, status: statuses, spoofing, capacity, rewardWeight } = providers;
    const { row } = state;
    const { share, multiple } = given;
    random.turn(clock.tick, 1);
    const { k0, k1 } = random;
    let honest = 0;
    let lost = 0;
    for (let from = 0; from < count; from += blockRows) {
      const to = from + blockRows < count ? from + blockRows : count;
      let honestInBlock = 0;
      let lostInBlock = 0;
      for (let i = from; i < to; i++) {
        if (statuses[i] !== status.active || spoofing[i] > 0) continue;
        honestInBlock += capacity[i];
        if ((row >= 0 && region[i] !== row) || uniform(k0, k1, id[i]) >= share) continue;
        spoofing[i] = multiple;
        rewardWeight[i] *= multiple;
        lostInBlock += capacity[i];
      }
      honest += honestInBlock;
      lost += lostInBlock;
    }
    // What they claim cannot be used: demand meets less of it today.
    if (honest > 0) network.capacity *= 1 - lost / honest;
  },
  examples: [
    {
      says: 'All honest active providers turn: they claim three times their weight, and no capacity is left',
      given: { after: 0, share: 1, multiple: 3 },
      before: {
        'providers.status': [2, 2, 2, 2, 2, 0, 0, 0, 0, 3],
        'providers.spoofing': [0, 0, 0, 0, 5, 0, 0, 0, 0, 0],
        'providers.capacity': 7,
        'providers.rewardWeight': 2,
        'network.capacity': 28,
      },
      after: {
        'providers.spoofing': [3, 3, 3, 3, 5, 0, 0, 0, 0, 0],
        'providers.rewardWeight': [6, 6, 6, 6, 2, 2, 2, 2, 2, 2],
        'network.capacity': 0,
      },
    },
    {
      says: 'In the first region half of the capacity turns, that of others stays',
      given: { after: 0, share: 1, multiple: 3, region: 1 },
      before: {
        'providers.status': 2,
        'providers.region': [0, 0, 0, 0, 0, 1, 1, 1, 1, 1],
        'providers.capacity': 7,
        'network.capacity': 35,
      },
      after: { 'providers.spoofing': [3, 3, 3, 3, 3, 0, 0, 0, 0, 0], 'network.capacity': 17.5 },
    },
    {
      says: 'Before its day nobody turns',
      given: { after: 1, share: 1 },
      before: { 'providers.status': 2, 'providers.capacity': 7, 'network.capacity': 70 },
      after: { 'providers.spoofing': 0, 'network.capacity': 70 },
    },
  ],
});
