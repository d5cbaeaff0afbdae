import type { ValuesOf } from '../../contract/parameter.ts';
import { number } from '../../contract/parameter.ts';
import type { Stream } from '../../contract/random.ts';
import type { World } from '../../contract/vocabulary.ts';
import { exp, max, min, pow } from '../../kernel/math.ts';
import { sources } from '../sources.ts';

const share = { unit: 'share', min: 0, max: 1, step: 0.05 } as const;
const effect = { unit: 'share', min: -1, max: 10, default: 0, step: 0.05 } as const;

/** Who votes, with how much, and for what. */
export const electorateParameters = {
  providersTurnout: number({
    ...share,
    label: 'Providers who vote',
    default: 0.2,
    why: 'Chance that a provider votes. Most never do; no open series by kind of voter exists.',
  }),
  holdersTurnout: number({
    ...share,
    label: 'Holders who vote',
    default: 0.3,
    why: 'Chance that a holder votes. With few large holders the outcome hangs on who is awake.',
  }),
  usersTurnout: number({
    ...share,
    label: 'Customers who vote',
    default: 0.05,
    why: 'Chance that a customer with votes uses them.',
  }),
  liquidVotes: number({
    label: 'Votes of a free token',
    unit: 'vote/token',
    min: 0,
    max: 100,
    default: 1,
    step: 1,
    why: '0 where only locked tokens vote, as with vote escrow. Locked tokens of holders have the votes of their lock.',
  }),
  pledgeVotes: number({
    label: 'Votes of a pledged token',
    unit: 'vote/token',
    min: 0,
    max: 1000,
    default: 1,
    step: 1,
    why: 'Votes that providers have for each token they have pledged or staked.',
  }),
  creditVotes: number({
    label: 'Votes of customers',
    unit: 'vote/USD',
    min: 0,
    max: 1000,
    default: 0,
    step: 1,
    why: 'Votes for each dollar of prepaid credit. Hardly any network gives customers a vote.',
  }),
  holders: number({
    label: 'Holders',
    unit: 'voter',
    min: 1,
    max: 10_000,
    default: 100,
    step: 10,
    integer: true,
    why: 'Voters among whom the tokens of traders, insiders and stakers are split.',
  }),
  concentration: number({
    label: 'Concentration of holders',
    unit: '1',
    min: 0,
    max: 5,
    default: 1.45,
    step: 0.05,
    why: 'Exponent by which holders fall with their rank: 1.45 among 100 gives the Herfindahl index of 0.19 found in votes.',
    source: sources.votingConcentration,
  }),
  voterCap: number({
    label: 'Largest voter counts',
    unit: 'share',
    min: 0.0001,
    max: 1,
    default: 1,
    step: 0.01,
    why: 'Largest part of all votes that one voter can cast. DIMO: 0.05.',
    source: sources.dip1,
  }),
  providersGain: number({
    ...effect,
    label: 'Gain of providers',
    why: "What the proposal adds to a provider's income, as voters see it; below 0 it takes.",
  }),
  holdersGain: number({
    ...effect,
    label: 'Gain of holders',
    why: 'What it adds to the value of their tokens, as they see it.',
  }),
  usersGain: number({
    ...effect,
    label: 'Gain of customers',
    why: 'What it adds to the worth of their credit, as they see it.',
  }),
  conviction: number({
    label: 'Conviction',
    unit: '1',
    min: 0,
    max: 1000,
    default: 10,
    step: 1,
    why: 'How strongly gains decide: at 10, who gains a tenth says yes with 73 %. 0: by chance.',
  }),
  leaning: number({
    label: 'Leaning to yes',
    unit: '1',
    min: -10,
    max: 10,
    default: 0.5,
    step: 0.1,
    why: 'As a logit: most proposals pass, since few are put that would not. 0.5: 62 % of those who gain nothing.',
  }),
};

/** What a vote came to. */
export interface Ballots {
  /** All votes that exist, those cast, and those for the proposal. */
  power: number;
  cast: number;
  inFavour: number;
}

type Electorate = World & { readonly random: Stream };
type Given = ValuesOf<typeof electorateParameters>;

/** Counts a vote: each voter comes by chance, and the more it gains the likelier it says yes. Units of a row vote alike. */
export function countVotes(world: Electorate, given: Given, into: Ballots): void {
  const { ledger, staking } = world;
  const free = ledger.balance('traders') + ledger.balance('insiders');
  const ofHolders = given.liquidVotes * free + staking.votes;
  into.power = ofHolders + powerOfProviders(world, given) + powerOfUsers(world, given);
  into.cast = 0;
  into.inFavour = 0;
  const most = given.voterCap * into.power;
  holdersVote(world, given, ofHolders, most, into);
  providersVote(world, given, most, into);
  usersVote(world, given, most, into);
}

/** Chance to say yes with a gain of this share. */
const approval = ({ conviction, leaning }: Given, gain: number): number =>
  1 / (1 + exp(-(leaning + conviction * gain)));

function holdersVote(
  { clock, random }: Electorate,
  given: Given,
  power: number,
  most: number,
  into: Ballots,
): void {
  let parts = 0;
  for (let rank = 1; rank <= given.holders; rank++) parts += pow(rank, -given.concentration);
  const agrees = approval(given, given.holdersGain);
  for (let rank = 1; rank <= given.holders; rank++) {
    random.turn(clock.tick, 0);
    if (random.uniform(rank) >= given.holdersTurnout) continue;
    const votes = min(most, (power * pow(rank, -given.concentration)) / parts);
    into.cast += votes;
    random.turn(clock.tick, 1);
    if (random.uniform(rank) < agrees) into.inFavour += votes;
  }
}

/** Votes of one unit. */
const votesOf = ({ held, pledged, staked }: World['providers'], given: Given, row: number): number =>
  given.liquidVotes * held[row] + given.pledgeVotes * (pledged[row] + staked[row]);

function powerOfProviders({ providers, network }: World, given: Given): number {
  let power = 0;
  for (let i = 0; i < providers.count; i++) power += votesOf(providers, given, i);
  return power * network.weight;
}

function providersVote(
  { providers, network, clock, random }: Electorate,
  given: Given,
  most: number,
  into: Ballots,
): void {
  const { count, id, opex, profit } = providers;
  for (let i = 0; i < count; i++) {
    random.turn(clock.tick, 2);
    if (random.uniform(id[i]) >= given.providersTurnout) continue;
    const votes = min(most, votesOf(providers, given, i)) * network.weight;
    into.cast += votes;
    // Who earns much of what it spends gains more than who hardly earns.
    const income = opex[i] > 0 ? (profit[i] + opex[i]) / opex[i] : 1;
    random.turn(clock.tick, 3);
    if (random.uniform(id[i]) < approval(given, given.providersGain * income)) into.inFavour += votes;
  }
}

function powerOfUsers({ users }: World, given: Given): number {
  let power = 0;
  for (let i = 0; i < users.count; i++) power += given.creditVotes * max(0, users.credit[i]);
  return power;
}

function usersVote({ users, clock, random }: Electorate, given: Given, most: number, into: Ballots): void {
  const agrees = approval(given, given.usersGain);
  for (let i = 0; i < users.count; i++) {
    random.turn(clock.tick, 4);
    if (random.uniform(users.id[i]) >= given.usersTurnout) continue;
    const votes = min(most, given.creditVotes * max(0, users.credit[i]));
    into.cast += votes;
    random.turn(clock.tick, 5);
    if (random.uniform(users.id[i]) < agrees) into.inFavour += votes;
  }
}
