import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';
import { status } from '../../contract/vocabulary.ts';
import { max, min } from '../../kernel/math.ts';
import { blockRows } from '../../kernel/sum.ts';
import { sources } from '../sources.ts';

const shares = (from: number, to: number) => Array.from({ length: 10 }, (_, row) => (row < 5 ? from : to));

/**
 * The same money in one hand: a builder who gets, day by day, what providers pay for hardware, and covers cells with it.
 * Nothing else listens to it. Hardware that providers replace is left out on both sides.
 */
export const centralBuild = mechanism({
  id: 'agents.central-build',
  version: 1,
  slot: 'agents',
  title: 'Centralised build of equal capex',
  summary:
    'Counts what providers pay for hardware and what a centralised builder would cover with as much, after planning and at its own pace.',
  sources: [sources.pysim5g],
  parameters: {
    costMultiple: number({
      label: 'Cost of a covered cell',
      unit: 'price of a device',
      min: 0.1,
      max: 1000,
      default: 2.9,
      step: 0.1,
      why: 'A provider brings roof, line and labour along; a builder pays for site, works, power and backhaul: 81,500 USD a site of which 28,500 are active equipment.',
      source: sources.pysim5g,
    }),
    planning: number({
      label: 'Builds nothing before',
      unit: 'day',
      min: 0,
      max: 3650,
      default: 365,
      step: 30,
      why: 'Planning, permits and contracts from the first simulated day on. Sites of operators commonly take about a year from order to air.',
    }),
    pace: number({
      label: 'Builds at most',
      unit: 'share of target/year',
      min: 0.01,
      max: 100,
      default: 0.25,
      step: 0.05,
      why: 'Crews and permits, not money, limit it: national radio networks have been rolled out over about four years.',
    }),
    goal: number({
      label: 'Goal',
      unit: 'share',
      min: 0.01,
      max: 1,
      default: 0.8,
      step: 0.05,
      why: 'Coverage, as a share of the target cells, at which either is said to have got there.',
    }),
  },
  state: { built: 0, spent: 0 },
  needs: ['cells', 'hardware.price'],
  follows: ['customers.coverage'],
  reads: [
    'providers.status',
    'providers.joinedAt',
    'providers.hardwareFactor',
    'network.weight',
    'network.targetCells',
    'customers.coverage',
    'hardware.price',
  ],
  writes: [
    'centralBuild.capex',
    'centralBuild.coverage',
    'centralBuild.networkReached',
    'centralBuild.builderReached',
  ],
  step({ providers, network, customers, hardware, centralBuild, clock, state }, given) {
    const { count, status: statuses, joinedAt, hardwareFactor } = providers;
    const { tick } = clock;
    // The morning counts those who joined yesterday; the first one, all who run already.
    let factors = 0;
    for (let from = 0; from < count; from += blockRows) {
      const to = from + blockRows < count ? from + blockRows : count;
      let block = 0;
      for (let i = from; i < to; i++) {
        if (tick > 0 && joinedAt[i] !== tick - 1) continue;
        if (statuses[i] === status.active || statuses[i] === status.paused) block += hardwareFactor[i];
      }
      factors += block;
    }
    centralBuild.capex += factors * network.weight * hardware.price;

    // A row stands for so many units, so a cell, which one row covers, for as many areas of one unit.
    const cost = given.costMultiple * hardware.price * network.weight;
    if (tick >= given.planning && cost > 0) {
      const paced = (given.pace * network.targetCells) / 365;
      const afforded = (centralBuild.capex - state.spent) / cost;
      const built = max(0, min(paced, afforded, network.targetCells - state.built));
      state.built += built;
      state.spent += built * cost;
    }
    if (network.targetCells > 0) centralBuild.coverage = min(1, state.built / network.targetCells);
    if (centralBuild.networkReached < 0 && customers.coverage >= given.goal)
      centralBuild.networkReached = tick;
    if (centralBuild.builderReached < 0 && centralBuild.coverage >= given.goal)
      centralBuild.builderReached = tick;
  },
  examples: [
    {
      says: 'Eight rows of 2 units run or pause, half of them at twice the price of 100 USD; 2,400 USD cover six cells, of two areas each, at twice the price',
      given: { costMultiple: 2, planning: 0, pace: 365, goal: 0.5 },
      before: {
        'providers.status': [2, 2, 2, 3, 0, 2, 2, 2, 3, 4],
        'providers.joinedAt': -5,
        'providers.hardwareFactor': shares(1, 2),
        'network.weight': 2,
        'network.targetCells': 10,
        'customers.coverage': 0.49,
        'hardware.price': 100,
      },
      after: {
        'centralBuild.capex': 2400,
        'centralBuild.coverage': 0.6,
        'centralBuild.networkReached': -1,
        'centralBuild.builderReached': 0,
      },
    },
    {
      says: 'All who run count on the first morning, and seven of them on the morning after they joined; a builder who plans for two days builds a tenth of the target on the third, and on the fourth',
      given: { costMultiple: 1, planning: 2, pace: 36.5, goal: 0.2 },
      before: {
        'providers.status': [2, 2, 2, 2, 2, 2, 2, 2, 0, 1],
        'providers.joinedAt': [1, 1, 1, 1, 1, 1, 1, -5, 0, 0],
        'providers.hardwareFactor': 1,
        'network.targetCells': 20,
        'customers.coverage': 0.2,
        'hardware.price': 10,
      },
      days: 4,
      after: {
        'centralBuild.capex': 150,
        'centralBuild.coverage': 0.2,
        'centralBuild.networkReached': 0,
        'centralBuild.builderReached': 3,
      },
    },
    {
      says: 'Where money is short it builds no more than that pays for, and not again with what is spent',
      given: { costMultiple: 1, planning: 0, pace: 3650 },
      before: {
        'providers.status': [2, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        'providers.joinedAt': -5,
        'providers.hardwareFactor': 3,
        'network.targetCells': 10,
        'hardware.price': 10,
      },
      days: 3,
      after: { 'centralBuild.coverage': 0.3, 'centralBuild.builderReached': -1 },
    },
    {
      says: 'It stops at the target; free hardware builds nothing',
      given: { costMultiple: 1, planning: 0, pace: 100 },
      before: {
        'providers.status': 2,
        'providers.joinedAt': -5,
        'providers.hardwareFactor': 30,
        'network.targetCells': 10,
        'hardware.price': 10,
      },
      days: 9,
      after: { 'centralBuild.coverage': 1, 'centralBuild.builderReached': 2 },
    },
    {
      says: 'Without a price there is no capex and no building; without a target no coverage',
      given: { planning: 0 },
      before: { 'providers.status': 2, 'providers.hardwareFactor': 1 },
      after: { 'centralBuild.capex': 0, 'centralBuild.coverage': 0, 'centralBuild.builderReached': -1 },
    },
  ],
});
