import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';
import { status } from '../../contract/vocabulary.ts';
import { floor, max, min, pow } from '../../kernel/math.ts';
import { uniform } from '../../kernel/random.ts';

/** Tick of the draws at genesis, so that they share nothing with those of any day. */
const genesis = -1;

/**
 * Where providers stand, finer than regions: cells of equal area. Within a region the first cells are the fullest; seven in
 * a row are neighbours.
 */
export const cells = mechanism({
  id: 'agents.cells',
  version: 1,
  slot: 'agents',
  title: 'Coverage cells',
  summary: 'Places providers in coverage cells of their region and counts every day how many run in each.',
  sources: [],
  parameters: {
    cells: number({
      label: 'Cells',
      unit: 'cell',
      min: 1,
      max: 5_000_000,
      default: 2000,
      step: 100,
      integer: true,
      why: 'Areas that one provider covers, over all regions by their share of providers.',
    }),
    target: number({
      label: 'Target',
      unit: 'share',
      min: 0.001,
      max: 1,
      default: 0.5,
      step: 0.05,
      why: 'Share of the cells that the network wants to cover; nobody needs service everywhere.',
    }),
    crowding: number({
      label: 'Crowding',
      unit: '1',
      min: 1,
      max: 20,
      default: 2,
      step: 0.5,
      why: 'Unevenness: the fullest share x of the cells draws x^(1/crowding) of providers; 1 is even, 3 puts half into an eighth.',
    }),
  },
  columns: {
    counted: {
      table: 'providers',
      type: 'u8',
      meaning: '1 if it counts in its cell as honest, 2 as a spoofer',
    },
    running: { table: 'cells', type: 'u32', meaning: 'rows of providers that run there' },
    honest: { table: 'cells', type: 'u32', meaning: 'honest ones among them' },
    first: { table: 'regions', type: 'u32', meaning: "row of the region's first cell" },
  },
  state: { covered: 0 },
  needs: ['providers'],
  follows: ['providers.region'],
  reads: [
    'providers.id',
    'providers.region',
    'providers.status',
    'providers.spoofing',
    'regions.share',
    'network.weight',
  ],
  writes: ['providers.cell', 'cells.region', 'cells.occupants', 'network.targetCells', 'customers.coverage'],
  rows: ({ cells }) => ({ cells }),
  start({ providers, regions, cells, own, random }, { crowding }) {
    const { first } = own;
    let share = 0;
    for (let r = 0; r < regions.count; r++) {
      first[r] = min(cells.count - 1, floor(share * cells.count));
      share += regions.share[r];
    }
    const afterLast = (r: number): number =>
      r + 1 < regions.count ? max(first[r + 1], first[r] + 1) : cells.count;
    for (let r = 0; r < regions.count; r++) cells.region.fill(r, first[r], afterLast(r));
    random.turn(genesis, 0);
    const { k0, k1 } = random;
    for (let i = 0; i < providers.count; i++) {
      const r = providers.region[i];
      const here = afterLast(r) - first[r];
      providers.cell[i] =
        first[r] + min(here - 1, floor(here * pow(uniform(k0, k1, providers.id[i]), crowding)));
    }
  },
  step(world, { target }) {
    const { providers, cells, network, customers, own, state } = world;
    const { count, status: statuses, spoofing, cell } = providers;
    const { counted } = own;
    // Few come, go or begin to cheat on a day: they alone are counted anew.
    for (let i = 0; i < count; i++) {
      // 1 or 0 without a branch, since who is active is as good as random.
      const active = ((1 << status.active) >>> statuses[i]) & 1;
      const now = spoofing[i] === 0 ? active : 2 * active;
      if (now === counted[i]) continue;
      const c = cell[i];
      state.covered += recount(own, c, counted[i], now);
      cells.occupants[c] = own.running[c] * network.weight;
      counted[i] = now;
    }
    network.targetCells = target * cells.count;
    customers.coverage = min(1, state.covered / network.targetCells);
  },
  examples: [
    {
      says: 'Six of ten run in three of twenty cells; a target of ten cells is covered to three tenths',
      given: { cells: 20, target: 0.5 },
      before: {
        'providers.status': [2, 2, 2, 2, 2, 2, 3, 3, 0, 4],
        'providers.cell': [0, 0, 0, 7, 7, 19, 1, 2, 3, 4],
        'network.weight': 37,
        'regions.share': 1,
      },
      days: 2,
      after: {
        'cells.occupants': [111, 0, 0, 0, 0, 0, 0, 74, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 37],
        'network.targetCells': 10,
        'customers.coverage': 0.3,
      },
    },
    {
      says: 'A cell with spoofers alone is occupied, not covered; the next day counts anew',
      given: { cells: 10, target: 0.1 },
      before: {
        'providers.status': [2, 2, 0, 0, 0, 0, 0, 0, 0, 0],
        'providers.spoofing': [3, 3, 0, 0, 0, 0, 0, 0, 0, 0],
        'providers.cell': 4,
        'regions.share': 1,
      },
      days: 2,
      after: { 'cells.occupants': [0, 0, 0, 0, 2, 0, 0, 0, 0, 0], 'customers.coverage': 0 },
    },
    {
      says: 'More than the target counts as all of it',
      given: { cells: 10, target: 0.1 },
      before: { 'providers.status': 2, 'providers.cell': [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 'regions.share': 1 },
      after: { 'customers.coverage': 1 },
    },
    {
      says: 'With one cell everyone stands in it',
      given: { cells: 1, target: 1 },
      before: { 'regions.share': 1, 'providers.status': 2 },
      after: { 'providers.cell': 0, 'cells.occupants': 10, 'customers.coverage': 1 },
    },
  ],
});

/**
 * Counts a row of providers in its cell as what it is `now`, and no longer as what it was (0: not there, 1: honest, 2: a
 * spoofer). Returns 1 where the cell is covered by it, -1 where it no longer is: spoofers fill a cell in the books, and
 * cover nothing.
 */
function recount(
  { running, honest }: { readonly running: Uint32Array; readonly honest: Uint32Array },
  cell: number,
  before: number,
  now: number,
): number {
  const covered = honest[cell] > 0 ? 1 : 0;
  if (before === 1) honest[cell] -= 1;
  if (now === 1) honest[cell] += 1;
  if (before > 0) running[cell] -= 1;
  if (now > 0) running[cell] += 1;
  return (honest[cell] > 0 ? 1 : 0) - covered;
}
