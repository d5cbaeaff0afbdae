import { wilson } from '../../sim-core/analysis/wilson.ts';
import type { SeedResult, Verdict } from '../../sim-core/contract/run.ts';
import type { Allowance } from './allowance.ts';

/** The verdicts over the seeds so far. Each seed is judged once, and never more at once than there is time for. */
export interface LiveVerdicts {
  /** In the order of the rules. `results` in any order; those that could not be judged yet are left out and `onMore` is called. */
  over(results: readonly SeedResult[]): readonly JudgedVerdict[];
}

/** A verdict that knows its seeds. */
export interface JudgedVerdict extends Verdict {
  /** Whether the rule held, by seed. */
  readonly seeds: ReadonlyMap<string, boolean>;
}

interface LiveVerdictsParts {
  /** What the rules say of one seed alone. */
  judge(result: SeedResult): readonly Verdict[];
  readonly allowance: Allowance;
  onMore(): void;
}

export function createLiveVerdicts({ judge, allowance, onMore }: LiveVerdictsParts): LiveVerdicts {
  const judged = new Map<string, readonly Verdict[]>();
  return {
    over(results) {
      for (const [index, result] of results.entries()) {
        if (judged.has(result.seed)) continue;
        if (index > 0 && !allowance.left()) {
          onMore();
          break;
        }
        judged.set(result.seed, judge(result));
      }
      return joined(results.flatMap(({ seed }) => ofSeed(seed, judged.get(seed))));
    },
  };
}

interface OfSeed {
  readonly seed: string;
  readonly verdicts: readonly Verdict[];
}

const ofSeed = (seed: string, verdicts: readonly Verdict[] | undefined): OfSeed[] =>
  verdicts === undefined ? [] : [{ seed, verdicts }];

/** Every rule over all seeds; which rules apply is the same for each. */
function joined(all: readonly OfSeed[]): JudgedVerdict[] {
  const [first] = all;
  if (first === undefined) return [];
  return first.verdicts.map((rule, index) => {
    const seeds = new Map(all.map(({ seed, verdicts }) => [seed, verdicts[index]?.held === 1]));
    const held = [...seeds.values()].filter(Boolean).length;
    const of = seeds.size;
    return { ...rule, seeds, held, of, probability: held / of, ...wilson(held, of) };
  });
}
