import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';
import { status } from '../../contract/vocabulary.ts';
import { min } from '../../kernel/math.ts';
import { joinedToday } from '../../kernel/provider-rows.ts';
import { blockRows, sum } from '../../kernel/sum.ts';
import { sources } from '../sources.ts';

/**
 * Part of a reward comes over time. A line of n days would need n numbers a provider; releasing 2/(n+1) of what is locked
 * each day, before today's reward is added, keeps the same stock: (n+1)/2 days of rewards.
 */
export const vesting = mechanism({
  id: 'staking.vesting',
  version: 1,
  slot: 'staking',
  title: 'Vesting of rewards',
  summary: 'Holds part of every reward back and releases it over a time; leavers go on to receive theirs.',
  sources: [sources.filecoinMonies],
  parameters: {
    share: number({
      label: 'Vests',
      unit: 'share',
      min: 0,
      max: 1,
      default: 0.75,
      step: 0.05,
      why: 'Part of a reward that cannot be sold at once. It keeps providers and takes tokens off the market.',
      source: sources.filecoinMonies,
    }),
    time: number({
      label: 'Over',
      unit: 'day',
      min: 1,
      max: 3650,
      default: 180,
      step: 30,
      why: 'Length of the straight line whose locked stock is kept: longer, and more is locked.',
      source: sources.filecoinMonies,
    }),
    atStart: number({
      label: 'Vesting at start',
      unit: 'token',
      min: 0,
      max: 1e15,
      default: 0,
      step: 1_000_000,
      why: 'Rewards of the time before the first day that are still locked, shared by capacity; out of what traders hold.',
    }),
  },
  needs: ['reward.providers'],
  reads: ['providers.status', 'providers.capacity', 'network.weight'],
  writes: [
    'providers.reward',
    'providers.vesting',
    'staking.locked',
    'staking.released',
    'ledger.providers',
    'ledger.vesting',
    'ledger.exiting',
    'ledger.traders',
  ],
  start({ providers, network, ledger }, { atStart }) {
    const { count, status: statuses, capacity, vesting } = providers;
    for (let i = 0; i < count; i++) vesting[i] = statuses[i] === status.active ? capacity[i] : 0;
    const total = sum(vesting, count) * network.weight;
    const locked = total > 0 ? min(atStart, ledger.balance('traders')) : 0;
    for (let i = 0; i < count; i++) vesting[i] *= total > 0 ? locked / total : 0;
    ledger.move('traders', 'vesting', locked, 'vesting at start');
  },
  step(world, { share, time }) {
    const { providers, network, staking, ledger } = world;
    const { status: statuses, reward, vesting } = providers;
    const release = 2 / (time + 1);
    let locked = 0;
    let released = 0;
    let toLeavers = 0;
    const { rows, ends } = joinedToday(world);
    for (let block = 0; block < ends.length; block++) {
      let lockedInBlock = 0;
      let releasedInBlock = 0;
      let leaversInBlock = 0;
      for (let at = block * blockRows, end = ends[block]; at < end; at++) {
        const i = rows[at];
        const s = statuses[i];
        const before = vesting[i];
        const freed = before * release;
        if (s === status.active || s === status.paused) {
          const earned = reward[i];
          const held = share * earned;
          reward[i] = earned + (freed - held);
          vesting[i] = before + (held - freed);
          lockedInBlock += held;
          releasedInBlock += freed;
        } else if (freed > 0) {
          vesting[i] = before - freed;
          leaversInBlock += freed;
        }
      }
      locked += lockedInBlock;
      released += releasedInBlock;
      toLeavers += leaversInBlock;
    }
    const { weight } = network;
    ledger.move('vesting', 'providers', released * weight, 'vested');
    ledger.move('vesting', 'exiting', toLeavers * weight, 'vested to leavers');
    ledger.move('providers', 'vesting', locked * weight, 'vests');
    staking.locked += locked * weight;
    staking.released += (released + toLeavers) * weight;
  },
  examples: [
    {
      says: 'Of a reward of 8 a quarter is paid, and of 27 that vested before 1/9 is released first',
      given: { share: 0.75, time: 17 },
      before: {
        'providers.status': 2,
        'providers.reward': 8,
        'providers.vesting': 27,
        'network.weight': 2,
        'ledger.providers': 160,
        'ledger.vesting': 540,
      },
      after: {
        'providers.reward': 8 - 6 + 3,
        'providers.vesting': 27 - 3 + 6,
        'ledger.providers': 100,
        'ledger.vesting': 600,
        'staking.locked': 120,
        'staking.released': 60,
      },
    },
    {
      says: 'A constant reward of 1 over 3 days locks (3 + 1) / 2 days of it',
      given: { share: 1, time: 3 },
      before: {
        'providers.status': 3,
        'providers.reward': 1,
        'ledger.providers': 100,
        'providers.vesting': 2,
        'ledger.vesting': 20,
      },
      after: { 'providers.vesting': 2, 'providers.reward': 1, 'ledger.vesting': 20 },
    },
    {
      says: 'Leavers receive what is released, whatever their last reward was; it is not vested again',
      given: { share: 0.75, time: 3 },
      before: {
        'providers.status': 4,
        'providers.reward': 8,
        'providers.vesting': 10,
        'ledger.vesting': 100,
      },
      days: 2,
      after: {
        'providers.vesting': 2.5,
        'providers.reward': 8,
        'ledger.exiting': 75,
        'ledger.vesting': 25,
        'staking.released': 25,
        'staking.locked': 0,
      },
    },
    {
      says: 'What vests at start is shared by capacity among those who run',
      given: { share: 0, time: 1, atStart: 120 },
      before: {
        'providers.status': [2, 2, 2, 2, 2, 1, 1, 1, 1, 1],
        'providers.capacity': [1, 2, 3, 4, 5, 9, 9, 9, 9, 9],
        'network.weight': 4,
        'ledger.traders': 1000,
      },
      after: {
        'providers.reward': [2, 4, 6, 8, 10, 0, 0, 0, 0, 0],
        'providers.vesting': 0,
        'ledger.traders': 880,
        'ledger.providers': 120,
      },
    },
  ],
});
