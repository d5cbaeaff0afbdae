import { StudioError } from '../../contract/errors.ts';
import type { World } from '../../contract/vocabulary.ts';
import { min } from '../../kernel/math.ts';
import type { Place } from '../serve-users.ts';

/** What customers of a region, or of row 0 where place does not matter, see of the network. */
interface CoverageColumns {
  readonly offered: Float64Array;
  readonly coverage: Float64Array;
  readonly target: Float64Array;
}

type Covered = 'capacity' | 'cells';

/** Sets what full coverage is: all cells, or the capacity of the first day, which `offered` holds. */
export function setTarget({ cells }: World, own: CoverageColumns, place: Place, covered: Covered): void {
  if (covered === 'capacity') {
    own.target.set(own.offered);
    return;
  }
  if (cells.count === 0) {
    throw new StudioError({
      code: 'parameter.refused',
      message: 'Coverage is counted in cells, and this scenario has none.',
      hint: 'Add a mechanism that creates cells, or count coverage as capacity.',
      where: 'demand.logit-choice.covered',
    });
  }
  for (let c = 0; c < cells.count; c++) own.target[place === 'local' ? cells.region[c] : 0] += 1;
}

/** Sets `coverage`, a share of at most 1, and what the average customer sees of it. */
export function seeCoverage(world: World, own: CoverageColumns, place: Place, covered: Covered): void {
  const { regions, cells, customers } = world;
  const { offered, coverage, target } = own;
  if (covered === 'capacity') coverage.set(offered);
  else {
    coverage.fill(0);
    for (let c = 0; c < cells.count; c++) {
      if (cells.occupants[c] > 0) coverage[place === 'local' ? cells.region[c] : 0] += 1;
    }
  }
  let reached = 0;
  let all = 0;
  for (let r = 0; r < regions.count; r++) {
    // Where nothing was at the start, anything covers.
    const full = target[r] > 0 ? target[r] : coverage[r];
    const there = min(coverage[r], full);
    reached += there;
    all += full;
    coverage[r] = full > 0 ? there / full : 0;
  }
  customers.coverage = all > 0 ? reached / all : 0;
}
