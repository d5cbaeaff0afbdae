import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';
import type { World } from '../../contract/vocabulary.ts';
import { min } from '../../kernel/math.ts';
import { sources } from '../sources.ts';

const week = 7;

/** The schedule is the work itself: a complete map mints most, a half-covered one half of it. Measured once a week. */
export const mapProgress = mechanism({
  id: 'emission.map-progress',
  version: 1,
  slot: 'emission',
  title: 'Map progress',
  summary:
    'Mints each week in proportion to how much of the map of all regions is covered, until a budget ends.',
  sources: [sources.hivemapper, sources.hivemapperToken, sources.mip6],
  parameters: {
    total: number({
      label: 'For the whole map',
      unit: 'token',
      min: 0,
      max: 1e15,
      default: 4_000_000_000,
      step: 100_000_000,
      why: 'What contributors get for the map in all: 40 % of 10 billion.',
      source: sources.hivemapperToken,
    }),
    weeks: number({
      label: 'Weeks at full progress',
      unit: 'week',
      min: 1,
      max: 10_000,
      default: 520,
      step: 52,
      why: 'A complete map mints a part of this in a week: 7.7 million tokens. Ten years, as third parties tell it.',
    }),
    budget: number({
      label: 'Left to mint',
      unit: 'token',
      min: 0,
      max: 1e15,
      default: 4_000_000_000,
      step: 100_000_000,
      why: 'When it is used up nothing more is minted. Less than the whole where a run starts later than the network.',
      source: sources.hivemapperToken,
    }),
    target: number({
      label: 'A whole map is',
      unit: 'share of cells',
      min: 0.001,
      max: 1,
      default: 0.5,
      step: 0.05,
      why: 'Share of the cells of a region that counts as all of it: the bar for full progress has been moved several times.',
    }),
    alone: number({
      label: 'Mapped by one alone',
      unit: 'share',
      min: 0,
      max: 1,
      default: 0.5,
      step: 0.1,
      why: 'What a cell with a single contributor counts: resilience and activity are part of progress, not coverage alone.',
    }),
  },
  columns: {
    roads: { table: 'regions', type: 'f64', meaning: 'cells it has' },
    mapped: {
      table: 'regions',
      type: 'f64',
      meaning: 'cells of it that are covered, as progress counts them',
    },
  },
  state: { left: 0, progress: 0 },
  needs: ['cells'],
  reads: ['cells.region', 'cells.occupants', 'regions.share'],
  writes: [
    'regions.progress',
    'ledger.emission',
    'emission.scheduled',
    'emission.decline',
    'emission.comingYear',
  ],
  start({ state }, { budget }) {
    state.left = budget;
  },
  step(world, { total, weeks, target, alone }) {
    const { clock, ledger, emission, state, own } = world;
    if (clock.tick % week === 0) {
      count(world, own.roads, own.mapped, alone);
      state.progress = measure(world, own.roads, own.mapped, target);
    }
    const daily = (total / weeks / week) * state.progress;
    // It falls with nothing but the budget.
    emission.decline = 0;
    emission.comingYear += min(365 * daily, state.left);
    const amount = min(daily, state.left);
    state.left -= amount;
    ledger.mint('emission', amount, 'schedule');
    emission.scheduled += amount;
  },
  invariants: [{ says: 'no more is minted than there was', holds: ({ state }) => state.left >= 0 }],
  examples: [
    {
      says: 'A complete map: of 3,640 in 520 weeks one a day',
      given: { total: 3640 },
      before: { 'cells.occupants': 2, 'regions.share': 1, 'emission.decline': 1 },
      after: {
        'regions.progress': 1,
        'emission.scheduled': 1,
        'ledger.emission': 1,
        'emission.comingYear': 365,
        'emission.decline': 0,
      },
    },
    {
      says: 'Of ten cells two with one contributor count half, one with two counts whole: progress of 2/10, a week later too',
      given: { total: 3640, target: 1 },
      before: { 'cells.occupants': [1, 1, 2, 0, 0, 0, 0, 0, 0, 0], 'regions.share': 1 },
      days: 8,
      after: { 'regions.progress': 0.2, 'emission.scheduled': 0.2, 'ledger.emission': 1.6 },
    },
    {
      says: 'What is left to mint ends it',
      given: { total: 3640, budget: 2.5 },
      before: { 'cells.occupants': 2, 'regions.share': 1 },
      days: 4,
      after: { 'ledger.emission': 2.5, 'emission.scheduled': 0, 'emission.comingYear': 0 },
    },
  ],
});

/** Counts the cells of each region, and those of them that are covered. */
function count({ cells, regions }: World, roads: Float64Array, mapped: Float64Array, alone: number): void {
  const { region, occupants } = cells;
  for (let r = 0; r < regions.count; r++) {
    roads[r] = 0;
    mapped[r] = 0;
  }
  for (let c = 0; c < cells.count; c++) {
    roads[region[c]] += 1;
    if (occupants[c] > 0) mapped[region[c]] += occupants[c] > 1 ? 1 : alone;
  }
}

/** Writes the progress of each region; returns that of the world, weighted by the shares of regions. */
function measure({ regions }: World, roads: Float64Array, mapped: Float64Array, target: number): number {
  let world = 0;
  for (let r = 0; r < regions.count; r++) {
    regions.progress[r] = roads[r] > 0 ? min(1, mapped[r] / (target * roads[r])) : 0;
    world += regions.share[r] * regions.progress[r];
  }
  return world;
}
