import { mechanism } from '../../contract/mechanism.ts';
import { choice, number } from '../../contract/parameter.ts';
import { status } from '../../contract/vocabulary.ts';
import { min } from '../../kernel/math.ts';
import { uniform } from '../../kernel/random.ts';
import { sources } from '../sources.ts';
import { auditRateOf, cheatingOf, leastStakeOf } from './fraud-game-rule.ts';

/** Tick of the draws at genesis, so that they share nothing with those of any day. */
const genesis = -1;

const dollars = (label: string, value: number, least: number, why: string) =>
  number({
    label,
    unit: 'USD',
    min: least,
    max: 1e9,
    default: value,
    step: 0.5,
    why,
    source: sources.hellas,
  });

const share = (label: string, value: number, least: number, why: string) =>
  number({
    label,
    unit: 'share',
    min: least,
    max: 1,
    default: value,
    step: 0.05,
    why,
    source: sources.hellas,
  });

/**
 * Clients may trust a result, do the work themselves, or audit; providers may work or cheat. In the mixed equilibrium the
 * share that cheats makes clients indifferent, the share that is audited makes providers indifferent.
 */
export const fraudGame = mechanism({
  id: 'verification.fraud-game',
  version: 1,
  slot: 'verification',
  title: 'Fraud game',
  summary: 'As many providers cheat as pays in the equilibrium of audits, stakes and disputes.',
  sources: [sources.hellas],
  parameters: {
    collateral: choice({
      label: 'Stake at risk',
      unit: '1',
      options: ['fixed', 'pledged'],
      default: 'fixed',
      why: 'Fixed: the dollars below. Pledged: what providers have pledged on average, at the price; it falls with the token.',
    }),
    stake: dollars('Stake', 100, 0, 'Forfeited by who is proven to cheat; the main deterrent.'),
    payment: dollars('Payment for a job', 50, 0.01, 'Also lost when fraud is proven.'),
    clientLoss: dollars(
      'Loss of the client',
      50,
      0,
      'What a wrong result costs who relies on it: the reason to audit.',
    ),
    honestCost: dollars('Cost of honest work', 5, 0, 'With the next, what cheating saves.'),
    cheatingCost: dollars(
      'Cost of cheating',
      0.5,
      0,
      'Never quite nothing: a plausible result has to be made up.',
    ),
    safeCost: dollars(
      'Cost of doing it oneself',
      8,
      0,
      'The price of safety: the dearer, the more fraud clients put up with.',
    ),
    proofCost: dollars('Cost of a fraud proof', 2, 0, 'Borne by who disputes.'),
    transactionCost: dollars('Fee of a dispute', 1, 0, 'Paid on chain for each dispute.'),
    bond: dollars(
      'Bond of a dispute',
      5,
      0,
      'Lost if the dispute is decided wrongly: keeps out spurious ones.',
    ),
    slashReward: share(
      'Slashed stake to the challenger',
      0.5,
      0.01,
      'The rest is kept; at all of it collusion would be free.',
    ),
    routed: share(
      'Payment that comes back',
      1,
      0,
      'Part of the payment that goes through the protocol and can be withheld.',
    ),
    enforcement: share(
      'Disputes decided rightly',
      0.95,
      0.01,
      'Courts, oracles and proofs err; below some level nobody disputes.',
    ),
    rational: number({
      label: 'Would cheat',
      unit: 'share',
      min: 0,
      max: 1,
      default: 1,
      step: 0.1,
      why: 'Share of providers that ask whether it pays at all; the others are honest at any price.',
    }),
    multiple: number({
      label: 'Claims',
      unit: '1',
      min: 1,
      max: 100,
      default: 1,
      step: 0.5,
      why: 'Reward weight a cheat claims over what it would earn honestly; 1: it is paid for the same jobs, undone.',
    }),
  },
  columns: {
    cheats: { table: 'providers', type: 'u8', meaning: '1 where the game makes it cheat' },
  },
  needs: ['providers'],
  reads: [
    'providers.id',
    'providers.status',
    'network.active',
    'network.weight',
    'market.price',
    'ledger.pledged',
  ],
  writes: [
    'providers.spoofing',
    'providers.rewardWeight',
    'providers.strikes',
    'providers.suspendedUntil',
    'flows.caught',
    'verification.audited',
    'verification.cheating',
    'verification.leastStake',
  ],
  step(world, given) {
    const { providers, network, market, verification, flows, ledger, clock, random, own } = world;
    const { count, id, status: statuses, spoofing, rewardWeight, strikes, suspendedUntil } = providers;
    const { cheats } = own;
    const { tick } = clock;
    const pledged = network.active > 0 ? (ledger.balance('pledged') / network.active) * market.price : 0;
    const stake = given.collateral === 'pledged' ? pledged : given.stake;
    const cheating = min(given.rational, cheatingOf(given, stake));
    const audited = min(1, auditRateOf(given, stake));
    verification.cheating = cheating;
    verification.audited = audited;
    verification.leastStake = leastStakeOf(given);

    const caught = audited * given.enforcement;
    random.turn(genesis, 0);
    const { k0, k1 } = random;
    random.turn(tick, 1);
    const caught0 = random.k0;
    const caught1 = random.k1;
    for (let i = 0; i < count; i++) {
      if (statuses[i] === status.exited) continue;
      // Inclination is for life, so that a small change of terms turns few.
      const would = uniform(k0, k1, id[i]) < cheating;
      if (would && spoofing[i] === 0) {
        cheats[i] = 1;
        spoofing[i] = given.multiple;
        rewardWeight[i] *= given.multiple;
      } else if (!would && cheats[i] === 1) {
        cheats[i] = 0;
        spoofing[i] = 0;
        rewardWeight[i] /= given.multiple;
      }
      if (cheats[i] === 0 || statuses[i] !== status.active || suspendedUntil[i] > tick) continue;
      if (uniform(caught0, caught1, id[i]) >= caught) continue;
      // The job of the day goes unpaid; what it costs beyond that is up to penalties and slashing.
      suspendedUntil[i] = tick + 1;
      if (strikes[i] < 255) strikes[i] += 1;
      flows.caught += network.weight;
    }
  },
  examples: [
    {
      says: 'With the published defaults 3 % are audited, 8 / (50 + 91.75) cheat, and no stake is too small',
      after: {
        'verification.audited': 0.03,
        'verification.cheating': 8 / 141.75,
        'verification.leastStake': 0,
      },
    },
    {
      says: 'Without a payment to withhold the least stake is (3 + 0.25) / 0.475; a smaller one deters nobody',
      given: { routed: 0, stake: 5, multiple: 3, rational: 1 },
      before: { 'providers.status': [2, 2, 2, 2, 2, 2, 2, 0, 3, 4], 'providers.rewardWeight': 2 },
      after: {
        'verification.leastStake': 3.25 / 0.475,
        'verification.cheating': 1,
        'providers.spoofing': [3, 3, 3, 3, 3, 3, 3, 3, 3, 0],
        'providers.rewardWeight': [6, 6, 6, 6, 6, 6, 6, 6, 6, 2],
      },
    },
    {
      says: 'Pledges of 10 tokens at 10 USD are the stake of 100 USD',
      given: { collateral: 'pledged', stake: 0 },
      before: { 'ledger.pledged': 3700, 'network.active': 370, 'market.price': 10 },
      after: { 'verification.audited': 0.03, 'verification.cheating': 8 / 141.75 },
    },
    {
      says: 'Cheats that are always caught earn nothing that day and have a strike',
      given: { routed: 0, stake: 0, payment: 0.01, enforcement: 1, rational: 1 },
      before: {
        'providers.status': [2, 2, 2, 2, 2, 2, 2, 2, 3, 2],
        'providers.suspendedUntil': [0, 0, 0, 0, 0, 0, 0, 0, 0, 9],
        'network.weight': 37,
      },
      after: {
        'providers.strikes': [1, 1, 1, 1, 1, 1, 1, 1, 0, 0],
        'providers.suspendedUntil': [1, 1, 1, 1, 1, 1, 1, 1, 0, 9],
        'flows.caught': 296,
      },
    },
    {
      says: 'Where cheating saves nothing nobody cheats; those who spoof for other reasons go on',
      given: { cheatingCost: 5 },
      before: { 'providers.status': 2, 'providers.spoofing': [3, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
      after: { 'verification.cheating': 0, 'providers.spoofing': [3, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
    },
    {
      says: 'Honest at any price: only the others can cheat',
      given: { rational: 0, stake: 0, routed: 0 },
      before: { 'providers.status': 2 },
      after: { 'verification.cheating': 0, 'providers.spoofing': 0 },
    },
  ],
});
