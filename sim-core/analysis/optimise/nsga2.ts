import type { Stream } from '../../contract/random.ts';
import { floor } from '../../kernel/math.ts';
import { stream } from '../../kernel/random.ts';
import { latinHypercube } from '../designs/latin-hypercube.ts';
import type { Candidate, Optimisation } from './candidate.ts';
import { crowding, paretoFront, sortedFronts } from './pareto.ts';
import { children } from './variation.ts';

export interface OptimiserOptions {
  /** Coordinates of a candidate. */
  readonly size: number;
  /** Candidates that may be asked for. */
  readonly budget: number;
  /** Candidates of a generation; a tenth of the budget, within 8 to 40, if absent. */
  readonly population?: number;
  /** Candidates to begin with, such as the scenario as it is. */
  readonly first?: readonly (readonly number[])[];
  /** The same seed, the same search. */
  readonly seed: string;
}

/**
 * NSGA-II (K. Deb, A. Pratap, S. Agarwal, T. Meyarivan, IEEE Transactions on Evolutionary Computation 6 (2002) 182-197) with its
 * rule for constraints: answers the front of all that was looked at. With one objective the front is the best. It begins with a
 * Latin hypercube. A candidate is asked for once; where a child equals one that is known, that answer is used again.
 */
export function* nsga2(options: OptimiserOptions): Optimisation<readonly Candidate[]> {
  const { size, seed, first = [] } = options;
  const population = options.population ?? usualPopulation(options.budget);
  const luck = stream(seed, 'optimise.nsga2');
  const known = new Map<string, Candidate>();
  let left = options.budget;

  function* answered(points: readonly (readonly number[])[]): Optimisation<readonly Candidate[]> {
    const unknown = new Map<string, readonly number[]>();
    for (const at of points) {
      const key = at.join(' ');
      if (!known.has(key) && unknown.size < left) unknown.set(key, at);
    }
    left -= unknown.size;
    const asked = [...unknown];
    const outcomes = asked.length === 0 ? [] : yield asked.map(([, at]) => at);
    for (const [i, [key, at]] of asked.entries()) known.set(key, { at, ...outcomes[i] });
    return points.flatMap((at) => known.get(at.join(' ')) ?? []);
  }

  const begin = [...first, ...latinHypercube(population, size, seed)].slice(0, population);
  let parents = yield* answered(begin.map((at) => [...at]));
  for (let generation = 1; left > 0 && generation < mostGenerations; generation++) {
    const brood = childrenOf(parents, population, luck, generation);
    const born = yield* answered(brood);
    parents = survivors(distinct([...parents, ...born]), population);
  }
  return paretoFront([...known.values()]).filter(({ violation }) => violation < Infinity);
}

/** Children that are all known cost nothing, and would never end. */
const mostGenerations = 10_000;

const usualPopulation = (budget: number): number => {
  const tenth = floor(budget / 10);
  const even = tenth - (tenth % 2);
  return even < 8 ? 8 : even > 40 ? 40 : even;
};

const distinct = (candidates: readonly Candidate[]): readonly Candidate[] => [
  ...new Map(candidates.map((each) => [each.at.join(' '), each])).values(),
];

/** Rank of the front and room in it, by which parents are chosen. */
interface Standing {
  readonly rank: number;
  readonly room: number;
}

function standings(candidates: readonly Candidate[]): readonly Standing[] {
  const standing = new Array<Standing>(candidates.length);
  for (const [rank, front] of sortedFronts(candidates).entries()) {
    const room = crowding(front.map((i) => candidates[i]));
    for (const [k, i] of front.entries()) standing[i] = { rank, room: room[k] };
  }
  return standing;
}

const before = (a: Standing, b: Standing): boolean =>
  a.rank < b.rank || (a.rank === b.rank && a.room > b.room);

function survivors(candidates: readonly Candidate[], count: number): readonly Candidate[] {
  const standing = standings(candidates);
  return candidates
    .map((candidate, i) => ({ candidate, i }))
    .sort((a, b) =>
      before(standing[a.i], standing[b.i]) ? -1 : before(standing[b.i], standing[a.i]) ? 1 : a.i - b.i,
    )
    .slice(0, count)
    .map(({ candidate }) => candidate);
}

/** Pairs of parents by tournaments of two, and the children of each pair. */
function childrenOf(
  parents: readonly Candidate[],
  count: number,
  luck: Stream,
  generation: number,
): readonly (readonly number[])[] {
  const standing = standings(parents);
  const brood: (readonly number[])[] = [];
  for (let pair = 0; brood.length < count; pair++) {
    const turn = generation * count + pair;
    luck.turn(turn, 0);
    const contender = (i: number): number => floor(luck.uniform(i) * parents.length);
    const winner = (a: number, b: number): number => (before(standing[b], standing[a]) ? b : a);
    const mother = winner(contender(0), contender(1));
    const father = winner(contender(2), contender(3));
    brood.push(...children(parents[mother].at, parents[father].at, luck, turn));
  }
  return brood.slice(0, count);
}
