import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';
import { status } from '../../contract/vocabulary.ts';
import { max, min } from '../../kernel/math.ts';
import { sources } from '../sources.ts';

/** A hexagon has seven children; so many rows of cells are neighbours. */
const family = 7;

const least = (what: string, value: number, where: string) =>
  number({
    label: `${where}: neighbours that keep the limit`,
    unit: '1',
    min: 0,
    max: family,
    default: value,
    step: 1,
    integer: true,
    why: `Each further ${what} of its family that reaches the target raises the limit by one target.`,
    source: sources.hip17Parameters,
  });

const target = (what: string, value: number, where: string) =>
  number({
    label: `${where}: target`,
    unit: 'unit',
    min: 1,
    max: 1e6,
    default: value,
    step: 1,
    why: `Units in a ${what} that earn in full while its neighbours are empty.`,
    source: sources.hip17Parameters,
  });

const limit = (what: string, value: number, where: string) =>
  number({
    label: `${where}: most`,
    unit: 'unit',
    min: 1,
    max: 1e6,
    default: value,
    step: 1,
    why: `Units in a ${what} that earn in full at best: beyond it they share.`,
    source: sources.hip17Parameters,
  });

/**
 * Proof of coverage with density limits: each level of a ladder (cells, areas of seven cells, districts of seven areas) clips
 * what counts in it, and a unit's reward is scaled by clipped over unclipped at every level. Families of seven are cells in a
 * row, where the rule on chain looks at hexagons that touch.
 */
export const witnessCoverage = mechanism({
  id: 'verification.witness-coverage',
  version: 1,
  slot: 'verification',
  title: 'Proof of coverage with density limits',
  summary:
    'Scales rewards down where more units stand than coverage needs, and pays nothing to whom nobody can witness.',
  sources: [sources.hip17, sources.hip17Parameters],
  parameters: {
    cellKeep: least('cell', 2, 'Cell'),
    cellTarget: target('cell', 1, 'Cell'),
    cellMost: limit('cell', 4, 'Cell'),
    areaKeep: least('area', 2, 'Area'),
    areaTarget: target('area', 5, 'Area'),
    areaMost: limit('area', 20, 'Area'),
    districtKeep: least('district', 1, 'District'),
    districtTarget: target('district', 25, 'District'),
    districtMost: limit('district', 100, 'District'),
    alone: number({
      label: 'Without a witness',
      unit: '1',
      min: 0,
      max: 1,
      default: 0,
      step: 0.1,
      why: 'What a unit earns of its share while no other stands in its area; 0: coverage nobody can confirm is not paid.',
      source: sources.hip17,
    }),
  },
  columns: {
    cellScale: { table: 'cells', type: 'f64', meaning: 'clipped over unclipped density of the cell' },
    areaDensity: { table: 'cells', type: 'f64', meaning: 'clipped density of the cells of an area, by area' },
    areaScale: { table: 'cells', type: 'f64', meaning: 'clipped over unclipped density of an area, by area' },
    districtDensity: {
      table: 'cells',
      type: 'f64',
      meaning: 'clipped density of the areas of a district, by district',
    },
    districtScale: {
      table: 'cells',
      type: 'f64',
      meaning: 'clipped over unclipped density of a district, by district',
    },
    above: {
      table: 'cells',
      type: 'f64',
      meaning: 'clipped density of the districts of a region, by family of seven',
    },
    inArea: { table: 'cells', type: 'f64', meaning: 'units in an area, unclipped, by area' },
  },
  needs: ['providers', 'cells'],
  reads: ['providers.status', 'providers.cell', 'cells.occupants', 'network.weight'],
  writes: ['providers.multiplier'],
  refuses: ({ cellTarget, cellMost, areaTarget, areaMost, districtTarget, districtMost }) => {
    const ladder = [
      ['cellMost', cellTarget, cellMost],
      ['areaMost', areaTarget, areaMost],
      ['districtMost', districtTarget, districtMost],
    ] as const;
    const wrong = ladder.find(([, target, most]) => most < target);
    if (!wrong) return undefined;
    const [parameter, target, most] = wrong;
    return {
      parameter,
      message: `At most ${most} units is less than the target of ${target}.`,
      hint: `Give at least ${target}, or lower the target.`,
    };
  },
  step({ providers, cells, network, own }, given) {
    const { cellScale, areaDensity, areaScale, districtDensity, districtScale, above, inArea } = own;
    const { occupants } = cells;
    const areas = families(cells.count);
    const districts = families(areas);
    for (let a = 0; a < areas; a++) {
      let units = 0;
      for (let c = a * family; c < min(cells.count, (a + 1) * family); c++) units += occupants[c];
      inArea[a] = units;
    }
    clip(occupants, cells.count, given.cellKeep, given.cellTarget, given.cellMost, cellScale, areaDensity);
    clip(areaDensity, areas, given.areaKeep, given.areaTarget, given.areaMost, areaScale, districtDensity);
    clip(
      districtDensity,
      districts,
      given.districtKeep,
      given.districtTarget,
      given.districtMost,
      districtScale,
      above,
    );

    const { count, status: statuses, cell, multiplier } = providers;
    const { weight } = network;
    for (let i = 0; i < count; i++) {
      const s = statuses[i];
      if (s === status.exited) continue;
      const c = cell[i];
      const area = (c / family) | 0;
      const district = (area / family) | 0;
      multiplier[i] *= cellScale[c] * areaScale[area] * districtScale[district];
      // Whoever does not run yet would add itself.
      const there = inArea[area] + (s === status.active ? 0 : weight);
      if (there < 2) multiplier[i] *= given.alone;
    }
  },
  examples: [
    {
      says: 'HIP-17: five of five cells occupied raise the limit to 4; of 61 units in one, 4 count: 4/61',
      given: { areaTarget: 100, areaMost: 100, districtTarget: 1000, districtMost: 1000 },
      before: {
        'providers.status': 2,
        'providers.multiplier': 1,
        'providers.cell': [0, 0, 1, 2, 3, 4, 5, 6, 7, 8],
        'cells.occupants': [61, 1, 1, 1, 1, 0, 0, 0, 0, 0],
      },
      after: { 'providers.multiplier': [4 / 61, 4 / 61, 1, 1, 1, 1, 1, 1, 0, 0] },
    },
    {
      says: 'Two occupied cells keep the limit at 1, three raise it to 2, four to 3; seven allow no more than 4',
      given: { areaTarget: 100, areaMost: 100, districtTarget: 1000, districtMost: 1000 },
      before: {
        'providers.status': 2,
        'providers.multiplier': 2,
        'providers.cell': [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
        'cells.occupants': [8, 8, 8, 8, 8, 8, 8, 8, 8, 0],
      },
      after: { 'providers.multiplier': [1, 1, 1, 1, 1, 1, 1, 0.25, 0.25, 2] },
    },
    {
      says: 'Three cells of eight units: each counts 2; a fourth would allow 3',
      given: { areaTarget: 100, areaMost: 100, districtTarget: 1000, districtMost: 1000 },
      before: {
        'providers.status': 2,
        'providers.multiplier': 1,
        'providers.cell': [0, 1, 2, 7, 8, 9, 7, 8, 9, 3],
        'cells.occupants': [8, 8, 8, 0, 0, 0, 0, 3, 3, 3],
      },
      after: { 'providers.multiplier': [0.25, 0.25, 0.25, 2 / 3, 2 / 3, 2 / 3, 2 / 3, 2 / 3, 2 / 3, 1] },
    },
    {
      says: 'An area of ten units counts 5 at its target, and a district of those 5 counts 4: 4/10 in all',
      given: {
        cellTarget: 10,
        cellMost: 10,
        areaTarget: 5,
        areaMost: 20,
        districtTarget: 4,
        districtMost: 4,
      },
      before: {
        'providers.status': 2,
        'providers.multiplier': 1,
        'providers.cell': 0,
        'cells.occupants': [10, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      },
      after: { 'providers.multiplier': 0.4 },
    },
    {
      says: 'Two areas at their target with one that keeps: each may hold twice it; the district counts 4 of their 20',
      given: {
        cellTarget: 10,
        cellMost: 10,
        areaKeep: 1,
        areaTarget: 5,
        areaMost: 20,
        districtTarget: 4,
        districtMost: 4,
      },
      before: {
        'providers.status': 2,
        'providers.multiplier': 1,
        'providers.cell': [0, 0, 0, 0, 0, 7, 7, 7, 7, 7],
        'cells.occupants': [10, 0, 0, 0, 0, 0, 0, 10, 0, 0],
      },
      after: { 'providers.multiplier': 0.2 },
    },
    {
      says: 'Alone in its area a unit has no witness; a prospect would be a second one, and who left is past it',
      given: { alone: 0.1 },
      before: {
        'providers.status': [2, 0, 3, 4, 0, 0, 0, 0, 0, 0],
        'providers.multiplier': 1,
        'providers.cell': [0, 0, 1, 7, 7, 8, 9, 7, 8, 9],
        'cells.occupants': [1, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        'network.weight': 1,
      },
      after: { 'providers.multiplier': [0.1, 1, 1, 1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1] },
    },
  ],
});

/** How many families of seven hold `count` members. */
function families(count: number): number {
  return ((count + family - 1) / family) | 0;
}

/**
 * One level of the ladder. A member's limit is `target`, plus one target for each member of its family beyond `keep` that
 * reaches the target, at most `most`. Writes clipped over unclipped for each member and the clipped sum of each family.
 */
function clip(
  density: Float64Array,
  count: number,
  keep: number,
  target: number,
  most: number,
  scale: Float64Array,
  sums: Float64Array,
): void {
  for (let from = 0, f = 0; from < count; from += family, f++) {
    const to = min(count, from + family);
    let reached = 0;
    for (let m = from; m < to; m++) if (density[m] >= target) reached += 1;
    const allowed = min(most, target * max(1, reached - keep + 1));
    let sum = 0;
    for (let m = from; m < to; m++) {
      const clipped = min(density[m], allowed);
      scale[m] = density[m] > 0 ? clipped / density[m] : 1;
      sum += clipped;
    }
    sums[f] = sum;
  }
}
