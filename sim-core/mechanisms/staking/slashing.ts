import { mechanism } from '../../contract/mechanism.ts';
import { choice, number } from '../../contract/parameter.ts';
import { status } from '../../contract/vocabulary.ts';
import { Changes } from '../../kernel/changes.ts';
import { pow } from '../../kernel/math.ts';
import { blockRows } from '../../kernel/sum.ts';
import { sources } from '../sources.ts';

/** Whose strikes are others than were paid for. */
const punished = new Changes();

/** For the examples: ten rows of two units, each with 50 pledged and 20 staked. */
const stakes = {
  'network.weight': 2,
  'providers.pledged': 50,
  'providers.staked': 20,
  'ledger.pledged': 1000,
  'ledger.staked': 400,
};

/** Whoever fails an audit loses part of what it has at stake; whoever is expelled for it may lose all. */
export const slashing = mechanism({
  id: 'staking.slashing',
  version: 1,
  slot: 'staking',
  title: 'Slashing',
  summary:
    'Takes part of the pledge and stake of providers that verification punished; list it before the pledge that goes back to leavers.',
  sources: [sources.streamr],
  parameters: {
    share: number({
      label: 'Taken for a strike',
      unit: 'share',
      min: 0,
      max: 1,
      default: 0.1,
      step: 0.05,
      why: 'Cheating pays while what it gains exceeds this times the chance of being caught. Streamr takes a tenth.',
      source: sources.streamr,
    }),
    expelledShare: number({
      label: 'Taken from the expelled',
      unit: 'share',
      min: 0,
      max: 1,
      default: 1,
      step: 0.1,
      why: 'What those lose who are put out on that strike: all, or expulsion would be a free way out of a term.',
    }),
    goesTo: choice({
      label: 'Goes to',
      unit: '1',
      options: ['treasury', 'burned'],
      default: 'treasury',
      why: 'Burned, it makes every token scarcer; in the treasury it comes back.',
    }),
  },
  columns: {
    seen: { table: 'providers', type: 'u8', meaning: 'strikes that were paid for' },
  },
  needs: ['providers', 'providers.strikes'],
  reads: ['providers.status', 'providers.strikes', 'network.weight'],
  writes: [
    'providers.pledged',
    'providers.staked',
    'staking.slashed',
    'ledger.pledged',
    'ledger.staked',
    'ledger.treasury',
  ],
  step({ providers, network, staking, ledger, own }, { share, expelledShare, goesTo }) {
    const { status: statuses, strikes, pledged, staked } = providers;
    const { seen } = own;
    let fromPledges = 0;
    let fromStakes = 0;
    const { rows, ends } = punished.find(strikes, seen);
    for (let block = 0; block < ends.length; block++) {
      let pledgesInBlock = 0;
      let stakesInBlock = 0;
      for (let at = block * blockRows, end = ends[block]; at < end; at++) {
        const i = rows[at];
        const fresh = strikes[i] - seen[i];
        // Strikes are also forgiven.
        seen[i] = strikes[i];
        if (fresh <= 0) continue;
        const taken = statuses[i] === status.exited ? expelledShare : 1 - pow(1 - share, fresh);
        const ofPledge = taken * pledged[i];
        const ofStake = taken * staked[i];
        pledged[i] -= ofPledge;
        staked[i] -= ofStake;
        pledgesInBlock += ofPledge;
        stakesInBlock += ofStake;
      }
      fromPledges += pledgesInBlock;
      fromStakes += stakesInBlock;
    }
    fromPledges *= network.weight;
    fromStakes *= network.weight;
    staking.slashed += fromPledges + fromStakes;
    if (goesTo === 'burned') {
      ledger.burn('pledged', fromPledges, 'slashed');
      ledger.burn('staked', fromStakes, 'slashed');
    } else {
      ledger.move('pledged', 'treasury', fromPledges, 'slashed');
      ledger.move('staked', 'treasury', fromStakes, 'slashed');
    }
  },
  examples: [
    {
      says: 'A strike costs a tenth of pledge and stake, once',
      given: { share: 0.1 },
      before: { ...stakes, 'providers.status': 2, 'providers.strikes': [1, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
      days: 2,
      after: {
        'providers.pledged': [45, 50, 50, 50, 50, 50, 50, 50, 50, 50],
        'providers.staked': [18, 20, 20, 20, 20, 20, 20, 20, 20, 20],
        'ledger.pledged': 990,
        'ledger.staked': 396,
        'ledger.treasury': 14,
        'staking.slashed': 0,
      },
    },
    {
      says: 'Two strikes on a day cost a tenth and a tenth of the rest; burned tokens are gone',
      given: { share: 0.1, goesTo: 'burned' },
      before: { ...stakes, 'providers.status': 2, 'providers.strikes': 2 },
      after: {
        'providers.pledged': 40.5,
        'ledger.pledged': 810,
        'ledger.staked': 324,
        'ledger.treasury': 0,
        'staking.slashed': 266,
      },
    },
    {
      says: 'The expelled lose half where half is taken; leavers without a strike lose nothing',
      given: { expelledShare: 0.5 },
      before: {
        ...stakes,
        'providers.status': 4,
        'providers.strikes': [2, 2, 2, 2, 2, 0, 0, 0, 0, 0],
      },
      after: {
        'providers.pledged': [25, 25, 25, 25, 25, 50, 50, 50, 50, 50],
        'ledger.treasury': 350,
        'staking.slashed': 350,
      },
    },
  ],
});
