import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';
import { max } from '../../kernel/math.ts';
import { leftNow } from '../../kernel/provider-rows.ts';
import { blockRows } from '../../kernel/sum.ts';
import { sources } from '../sources.ts';

/** Stakes that leave wait in a queue: neither earning nor for sale, so that nobody can run before being punished. */
export const unbonding = mechanism({
  id: 'staking.unbonding',
  version: 1,
  slot: 'staking',
  title: 'Unbonding queue',
  summary: 'Stakes of leaving providers, and what holders unbond, wait some days before they can be sold.',
  sources: [sources.livepeerBonding, sources.streamr],
  parameters: {
    time: number({
      label: 'Unbonds in',
      unit: 'day',
      min: 0,
      max: 3650,
      default: 7,
      step: 1,
      integer: true,
      why: 'Days in the queue. Longer, stakes are safer to rely on and less attractive. Livepeer 7, Streamr up to 30.',
      source: sources.livepeerBonding,
    }),
  },
  columns: {
    due: {
      table: 'providers',
      type: 'i32',
      meaning: "ring of the queue's days, oldest first: tick of release",
    },
    toHolders: { table: 'providers', type: 'f64', meaning: 'tokens of that day that go back to holders' },
    toLeavers: {
      table: 'providers',
      type: 'f64',
      meaning: 'tokens of that day that go to providers who left',
    },
  },
  state: { first: 0, waiting: 0, queued: 0 },
  needs: ['ledger.staked'],
  reads: ['providers.status', 'network.weight'],
  writes: [
    'providers.staked',
    'staking.released',
    'ledger.staked',
    'ledger.unbonding',
    'ledger.traders',
    'ledger.exiting',
  ],
  step(world, { time }) {
    const { providers, network, staking, ledger, clock, state, own } = world;
    const { count, staked } = providers;
    const { due, toHolders, toLeavers } = own;
    const { rows, ends } = leftNow(world);
    let leaving = 0;
    for (let block = 0; block < ends.length; block++) {
      let leavingInBlock = 0;
      for (let at = block * blockRows, end = ends[block]; at < end; at++) {
        const i = rows[at];
        if (staked[i] === 0) continue;
        leavingInBlock += staked[i];
        staked[i] = 0;
      }
      leaving += leavingInBlock;
    }
    leaving *= network.weight;
    // What others put into the account since yesterday is of holders.
    const unbonded = ledger.balance('unbonding') - state.queued;
    ledger.move('staked', 'unbonding', leaving, 'unbonds');

    if (leaving > 0 || unbonded > 0) {
      // A queue of more days than there are rows puts the newest together, to wait for the last of them.
      const together = state.waiting === count;
      if (!together) state.waiting += 1;
      const last = (state.first + state.waiting - 1) % count;
      const free = clock.tick + time;
      due[last] = together ? max(due[last], free) : free;
      toHolders[last] += unbonded;
      toLeavers[last] += leaving;
    }
    // Not the oldest alone: where governance shortened the wait, who comes later is free before those who came under the old one.
    for (let waited = 0; waited < state.waiting; waited++) {
      const day = (state.first + waited) % count;
      if (due[day] > clock.tick || toHolders[day] + toLeavers[day] === 0) continue;
      ledger.move('unbonding', 'traders', toHolders[day], 'unbonded');
      ledger.move('unbonding', 'exiting', toLeavers[day], 'unbonded by leavers');
      staking.released += toHolders[day] + toLeavers[day];
      toHolders[day] = 0;
      toLeavers[day] = 0;
    }
    while (state.waiting > 0 && due[state.first] <= clock.tick) {
      state.first = (state.first + 1) % count;
      state.waiting -= 1;
    }
    state.queued = ledger.balance('unbonding');
  },
  examples: [
    {
      says: 'Stakes of leavers wait; on the second day nothing is free',
      given: { time: 2 },
      before: {
        'providers.status': [4, 4, 4, 4, 4, 2, 2, 2, 2, 2],
        'providers.staked': 6,
        'network.weight': 5,
        'ledger.staked': 300,
        'ledger.unbonding': 40,
      },
      days: 2,
      after: {
        'providers.staked': [0, 0, 0, 0, 0, 6, 6, 6, 6, 6],
        'ledger.staked': 150,
        'ledger.unbonding': 190,
        'ledger.traders': 0,
        'staking.released': 0,
      },
    },
    {
      says: 'On the third they are: what holders unbonded goes back to them, once',
      given: { time: 2 },
      before: {
        'providers.status': 4,
        'providers.staked': 3,
        'network.weight': 5,
        'ledger.staked': 150,
        'ledger.unbonding': 40,
      },
      days: 3,
      after: { 'ledger.unbonding': 0, 'ledger.traders': 40, 'ledger.exiting': 150, 'staking.released': 190 },
    },
    {
      says: 'Without a wait they are free at once',
      given: { time: 0 },
      before: { 'ledger.unbonding': 40 },
      days: 2,
      after: { 'ledger.traders': 40, 'ledger.unbonding': 0, 'staking.released': 0 },
    },
  ],
});
