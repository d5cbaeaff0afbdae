import { mechanism } from '../../contract/mechanism.ts';
import { date, number, table } from '../../contract/parameter.ts';
import { dayNumber } from '../../kernel/calendar.ts';
import { sources } from '../sources.ts';
import { countVotes, electorateParameters } from './token-vote-rule.ts';

const changeColumns = {
  parameter: { kind: 'text', label: 'Parameter' },
  value: { kind: 'number', label: 'New value', unit: '1', min: -1e18, max: 1e18 },
} as const;

/** For the examples: a proposal on the first day on which everyone votes as they gain, providers for and holders against. */
const everyone = {
  changes: { parameter: ['emission.halving.period'], value: [12] },
  votedOn: 0,
  providersTurnout: 1,
  holdersTurnout: 1,
  providersGain: 0.1,
  holdersGain: -0.1,
  conviction: 1000,
  leaning: 0,
};

/** 60 votes of providers, 40 of holders. */
const votes = {
  'providers.held': 3,
  'network.weight': 2,
  'ledger.traders': 30,
  'ledger.insiders': 10,
};

/** A proposal is put to the vote inside the model, and holds only if it passes: turnout, quorum and interests decide. */
export const tokenVote = mechanism({
  id: 'governance.token-vote',
  version: 1,
  slot: 'governance',
  title: 'Token vote',
  summary:
    'Puts a proposal to the vote of providers, holders and customers by their tokens, and changes the rules if it passes.',
  sources: [sources.hip149, sources.rnp0, sources.dip1, sources.votingConcentration],
  parameters: {
    changes: table({
      label: 'Changes',
      unit: 'row',
      why: 'The proposal: which parameter, as slot.mechanism.parameter, is to take which value.',
      columns: changeColumns,
    }),
    votedOn: date({
      label: 'Voted on',
      unit: 'date',
      default: dayNumber(2026, 1, 1),
      why: 'Day of the count. Before the first simulated day: on the first.',
    }),
    again: number({
      label: 'Put again after',
      unit: 'day',
      min: 0,
      max: 3650,
      default: 0,
      step: 30,
      integer: true,
      why: 'A proposal that failed comes back after so many days. 0: it does not.',
    }),
    timelock: number({
      label: 'In force after',
      unit: 'day',
      min: 0,
      max: 3650,
      default: 0,
      step: 1,
      integer: true,
      why: 'Days between the day after the count and the change: time to leave for those who disagree. DIMO: 4.',
      source: sources.dip1,
    }),
    quorum: number({
      label: 'Quorum',
      unit: 'share',
      min: 0,
      max: 1,
      default: 0.15,
      step: 0.05,
      why: 'Part of all votes that must be cast. Render: 15 %.',
      source: sources.rnp0,
    }),
    threshold: number({
      label: 'Passes with',
      unit: 'share',
      min: 0,
      max: 1,
      default: 0.6667,
      step: 0.05,
      why: 'Part of the votes cast that must be in favour. Helium: 66.67 %.',
      source: sources.hip149,
    }),
    ...electorateParameters,
  },
  state: { power: 0, cast: 0, inFavour: 0, failedOn: -1, passedOn: -1 },
  reads: [
    'providers.id',
    'providers.held',
    'providers.pledged',
    'providers.staked',
    'providers.opex',
    'providers.profit',
    'users.id',
    'users.credit',
    'network.weight',
    'staking.votes',
    'ledger.traders',
    'ledger.insiders',
  ],
  writes: ['governance.proposals', 'governance.passed', 'governance.turnout'],
  step(world, given) {
    const { governance, clock, state } = world;
    if (state.passedOn >= 0 || clock.day < given.votedOn) return;
    const comesBack = given.again > 0 && clock.tick === state.failedOn + given.again;
    if (state.failedOn >= 0 && !comesBack) return;
    countVotes(world, given, state);
    governance.proposals += 1;
    governance.turnout = state.power > 0 ? state.cast / state.power : 0;
    const passes =
      state.cast > 0 && governance.turnout >= given.quorum && state.inFavour >= given.threshold * state.cast;
    if (passes) {
      governance.passed += 1;
      state.passedOn = clock.tick;
    } else {
      state.failedOn = clock.tick;
    }
  },
  inForce: ({ clock, state }, { changes, timelock }) =>
    state.passedOn >= 0 && clock.tick > state.passedOn + timelock
      ? changes.parameter.map((path, row) => ({ path, value: changes.value[row] }))
      : [],
  refuses: ({ changes }) =>
    changes.parameter.length > 0
      ? undefined
      : {
          parameter: 'changes',
          message: 'Nothing is proposed.',
          hint: 'Give a row for each new value, or leave the mechanism out.',
        },
  examples: [
    {
      says: 'Providers, who gain, have 60 of 100 votes, and holders, who lose, 40: it passes where 60 % suffice, once',
      given: { ...everyone, threshold: 0.6 },
      before: votes,
      days: 3,
      after: { 'governance.proposals': 1, 'governance.passed': 1, 'governance.turnout': 1 },
    },
    {
      says: 'It fails where 61 % are asked for, and comes back two days later',
      given: { ...everyone, threshold: 0.61, again: 2 },
      before: votes,
      days: 3,
      after: { 'governance.proposals': 2, 'governance.passed': 0, 'governance.turnout': 1 },
    },
    {
      says: 'It does not come back where that is not foreseen',
      given: { ...everyone, threshold: 0.61 },
      before: votes,
      days: 3,
      after: { 'governance.proposals': 1, 'governance.passed': 0 },
    },
    {
      says: 'Before its day there is no vote',
      given: { ...everyone, votedOn: 5 },
      before: votes,
      days: 5,
      after: { 'governance.proposals': 0 },
    },
    {
      says: 'Nobody comes: no quorum is so low that it passes',
      given: { ...everyone, providersTurnout: 0, holdersTurnout: 0, quorum: 0, threshold: 0 },
      before: votes,
      after: { 'governance.proposals': 1, 'governance.passed': 0, 'governance.turnout': 0 },
    },
    {
      says: 'Only holders come: 40 % do not make a quorum of half',
      given: { ...everyone, providersTurnout: 0, holdersGain: 0.1, quorum: 0.5 },
      before: votes,
      after: { 'governance.passed': 0, 'governance.turnout': 0.4 },
    },
    {
      says: 'One holder with 40 of 100 votes may cast no more than 5',
      given: { ...everyone, holders: 1, voterCap: 0.05 },
      before: votes,
      after: { 'governance.turnout': 0.65, 'governance.passed': 1 },
    },
    {
      says: 'Of two holders the larger has 2/3 at an exponent of 1: a cap of 20 leaves 13 1/3 and 20 of 40',
      given: { ...everyone, holders: 2, concentration: 1, voterCap: 0.2 },
      before: votes,
      after: { 'governance.turnout': 0.6 + 0.2 + 0.4 / 3 },
    },
    {
      says: 'Where only locked tokens vote: 10 of a weight of 2 pledged or staked, with 3 votes each, against 200 votes of locks',
      given: { ...everyone, liquidVotes: 0, pledgeVotes: 3, holdersTurnout: 0 },
      before: { ...votes, 'providers.pledged': 4, 'providers.staked': 6, 'staking.votes': 200 },
      after: { 'governance.turnout': 600 / 800, 'governance.passed': 1 },
    },
    {
      says: 'Customers vote with their credit, where they have votes; who owes has none',
      given: {
        ...everyone,
        creditVotes: 2,
        usersTurnout: 1,
        usersGain: 0.1,
        threshold: 0.55,
        providersGain: -0.1,
      },
      before: { ...votes, 'users.credit': [20, 20, 20, 20, 20, -9, -9, -9, -9, -9] },
      after: { 'governance.turnout': 1, 'governance.passed': 1 },
    },
    {
      says: 'Providers that do not earn gain nothing by more of it, and here lean to no',
      given: { ...everyone, leaning: -1, holdersGain: 0.1 },
      before: { ...votes, 'providers.opex': 2, 'providers.profit': -2 },
      after: { 'governance.turnout': 1, 'governance.passed': 0 },
    },
    {
      says: 'A gain of nothing divides by the leaning: at 1,000 all say yes',
      given: { ...everyone, leaning: 1000, holdersGain: 0, threshold: 1, providersGain: 0 },
      before: votes,
      after: { 'governance.passed': 1 },
    },
  ],
});
