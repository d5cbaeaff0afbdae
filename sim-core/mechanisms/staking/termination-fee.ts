import { mechanism } from '../../contract/mechanism.ts';
import { choice, number } from '../../contract/parameter.ts';
import { status } from '../../contract/vocabulary.ts';
import { Changes } from '../../kernel/changes.ts';
import { max, min } from '../../kernel/math.ts';
import { blockRows } from '../../kernel/sum.ts';
import { sources } from '../sources.ts';

/** Who has another status than the day before. */
const changed = new Changes();

/** For the examples: ten rows of two units that left with 1,000 pledged, long before their term ends. */
const leavers = {
  'network.weight': 2,
  'providers.status': 4,
  'providers.pledged': 1000,
  'providers.termEnds': 500,
  'ledger.pledged': 20_000,
};

/** Who leaves before its term ends pays a part of its pledge, more the longer it has earned. */
export const terminationFee = mechanism({
  id: 'staking.termination-fee',
  version: 1,
  slot: 'staking',
  title: 'Termination fee',
  summary:
    'Takes part of the pledge of providers that leave before their term ends; list it before the pledge that goes back to leavers.',
  sources: [sources.fip98, sources.filecoinMonies],
  parameters: {
    share: number({
      label: 'Fee at full age',
      unit: 'share',
      min: 0,
      max: 1,
      default: 0.085,
      step: 0.005,
      why: 'Part of the pledge that leaving early costs: it holds providers through bad months, and keeps some from joining.',
      source: sources.fip98,
    }),
    fullAge: number({
      label: 'Full age',
      unit: 'day',
      min: 1,
      max: 3650,
      default: 140,
      step: 10,
      why: 'The fee grows in a straight line until then.',
      source: sources.fip98,
    }),
    least: number({
      label: 'Fee at least',
      unit: 'share',
      min: 0,
      max: 1,
      default: 0.02,
      step: 0.005,
      why: 'Part of the pledge that leaving on the first day costs.',
      source: sources.fip98,
    }),
    faultDays: number({
      label: 'Fault fee',
      unit: 'day',
      min: 0,
      max: 365,
      default: 3.51,
      step: 0.1,
      why: 'Days of reward that a fault costs; leaving must not be cheaper than being at fault.',
      source: sources.filecoinMonies,
    }),
    overFault: number({
      label: 'Over the fault fee',
      unit: '1',
      min: 0,
      max: 10,
      default: 1.05,
      step: 0.05,
      why: 'The fee is at least the fault fee times this.',
      source: sources.fip98,
    }),
    goesTo: choice({
      label: 'Goes to',
      unit: '1',
      options: ['burned', 'treasury'],
      default: 'burned',
      why: 'Filecoin burns it.',
      source: sources.filecoinMonies,
    }),
  },
  columns: {
    seen: {
      table: 'providers',
      type: 'u8',
      meaning: 'its status the day before: whoever has just left pays',
    },
  },
  needs: ['providers', 'staking.pledge'],
  reads: [
    'providers.status',
    'providers.joinedAt',
    'providers.termEnds',
    'providers.rewardWeight',
    'network.weight',
    'network.rewardWeight',
    'reward.providers',
  ],
  writes: ['providers.pledged', 'staking.slashed', 'ledger.pledged', 'ledger.treasury'],
  step(world, given) {
    const { providers, network, reward, staking, ledger, clock, own } = world;
    const { status: statuses, joinedAt, termEnds, rewardWeight, pledged } = providers;
    const { seen } = own;
    const { tick } = clock;
    const { share, fullAge, least } = given;
    const perWeight = network.rewardWeight > 0 ? reward.providers / network.rewardWeight : 0;
    const faultPerWeight = given.overFault * given.faultDays * perWeight;
    const { rows, ends } = changed.find(statuses, seen);
    let total = 0;
    for (let block = 0; block < ends.length; block++) {
      let feesInBlock = 0;
      for (let at = block * blockRows, end = ends[block]; at < end; at++) {
        const i = rows[at];
        seen[i] = statuses[i];
        if (statuses[i] !== status.exited || termEnds[i] <= tick) continue;
        const age = tick - joinedAt[i];
        const byAge = share * (age < fullAge ? age / fullAge : 1);
        const fee = min(pledged[i], max(pledged[i] * max(byAge, least), faultPerWeight * rewardWeight[i]));
        pledged[i] -= fee;
        feesInBlock += fee;
      }
      total += feesInBlock;
    }
    total *= network.weight;
    staking.slashed += total;
    if (given.goesTo === 'burned') ledger.burn('pledged', total, 'terminated');
    else ledger.move('pledged', 'treasury', total, 'terminated');
  },
  examples: [
    {
      says: 'At half the full age half of 8.5 % of the pledge is burned, once',
      before: { ...leavers, 'providers.joinedAt': -70 },
      days: 2,
      after: {
        'providers.pledged': 957.5,
        'ledger.pledged': 19_150,
        'ledger.treasury': 0,
        'staking.slashed': 0,
      },
    },
    {
      says: 'From the full age on it is 8.5 %',
      given: { goesTo: 'treasury' },
      before: { ...leavers, 'providers.joinedAt': -1000 },
      after: {
        'providers.pledged': 915,
        'ledger.pledged': 18_300,
        'ledger.treasury': 1700,
        'staking.slashed': 1700,
      },
    },
    {
      says: 'On the first day it is 2 %',
      before: leavers,
      after: { 'providers.pledged': 980, 'staking.slashed': 400 },
    },
    {
      says: 'At least 1.05 times 3.51 days of reward, of a weight of 2 in 10 that share 1,000 a day',
      before: {
        ...leavers,
        'providers.rewardWeight': 2,
        'network.rewardWeight': 100,
        'reward.providers': 1000,
      },
      after: { 'providers.pledged': 1000 - 1.05 * 3.51 * 20 },
    },
    {
      says: 'Never more than the pledge',
      before: { ...leavers, 'providers.rewardWeight': 2, 'network.rewardWeight': 1, 'reward.providers': 1e6 },
      after: { 'providers.pledged': 0, 'staking.slashed': 20_000 },
    },
    {
      says: 'Who stays, or leaves after the term, keeps all',
      before: {
        ...leavers,
        'providers.status': [2, 2, 3, 3, 2, 4, 4, 4, 4, 4],
        'providers.termEnds': [9, 9, 9, 9, 9, 0, 0, 0, 0, 0],
      },
      after: { 'providers.pledged': 1000, 'staking.slashed': 0 },
    },
  ],
});
