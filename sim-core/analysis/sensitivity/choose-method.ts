import { StudioError } from '../../contract/errors.ts';
import type { SensitivityMethod } from '../../contract/sensitivity-method.ts';
import { floor, min } from '../../kernel/math.ts';
import { mostFactors } from './sobol-indices.ts';

/** How a sensitivity analysis spends its budget, and why so. */
export interface MethodChoice {
  readonly method: SensitivityMethod;
  /** Walks of Morris, rows of Sobol', points of a regional analysis. */
  readonly repeats: number;
  /** Points at which the scenario is run. */
  readonly points: number;
  /** A sentence for people. */
  readonly because: string;
}

export interface Task {
  readonly factors: number;
  /** Groups of factors of which the share of variance is asked too. */
  readonly groups: number;
  /** Points that the budget pays for. */
  readonly budget: number;
  /** Whether the output is pass or fail. */
  readonly verdict: boolean;
}

/** Fewest of each that say anything: under 64 rows the intervals of Sobol' indices span most of 0 to 1 (measured on Ishigami). */
const fewestRows = 64;
const fewestWalks = 4;
const fewestPoints = 40;
/** Beyond these, more walks no longer change the order of the factors: the rest of the budget is left unspent. */
const mostWalks = 100;

/**
 * The method that the budget pays for: Sobol' indices where there is enough for them, otherwise what separates pass from fail (for
 * a verdict), otherwise Morris' screening. `wanted` leaves no choice but the numbers. Throws `sensitivity.budget` or
 * `sensitivity.no-factors`.
 */
export function chooseMethod(task: Task, wanted?: SensitivityMethod): MethodChoice {
  if (task.factors < 1) {
    throw new StudioError({
      code: 'sensitivity.no-factors',
      message: 'There is no parameter to vary.',
      hint: 'Name some with --factors, or take all without a source with --all-unsourced.',
    });
  }
  const order: readonly SensitivityMethod[] = wanted === undefined ? preferred(task) : [wanted];
  for (const method of order) {
    const choice = choiceOf[method](task);
    if (choice !== undefined) return choice;
  }
  throw tooSmall(task, order);
}

const preferred = ({ verdict }: Task): readonly SensitivityMethod[] =>
  verdict ? ['sobol', 'regional', 'morris'] : ['sobol', 'morris'];

const choiceOf: Readonly<Record<SensitivityMethod, (task: Task) => MethodChoice | undefined>> = {
  sobol({ factors, groups, budget }) {
    const each = blocksOf(factors, groups);
    const rows = powerOfTwo(budget / each);
    if (factors > mostFactors || rows < fewestRows) return undefined;
    const grouped = groups > 0 ? ' and one for the parameters without a source together' : '';
    return {
      method: 'sobol',
      repeats: rows,
      points: rows * each,
      because: `${budget} points are enough for Sobol' indices of ${counted(factors)}: ${rows} rows of ${each} points, one for each parameter, two to compare with${grouped}.`,
    };
  },
  regional({ factors, budget, verdict }) {
    if (!verdict || budget < fewestPoints) return undefined;
    return {
      method: 'regional',
      repeats: budget,
      points: budget,
      because: `The output is pass or fail, and ${tooFewForSobol(factors, budget)}: ${budget} points of a Latin hypercube show what separates pass from fail.`,
    };
  },
  morris({ factors, budget }) {
    const walks = min(mostWalks, floor(budget / (factors + 1)));
    if (walks < fewestWalks) return undefined;
    return {
      method: 'morris',
      repeats: walks,
      points: walks * (factors + 1),
      because: `${capitalised(tooFewForSobol(factors, budget))}: Morris' screening of ${counted(factors)} takes ${walks} walks of ${factors + 1} points and says which matter, not what share of the variance is theirs.`,
    };
  },
};

const blocksOf = (factors: number, groups: number): number => 2 + factors + groups;

function tooFewForSobol(factors: number, budget: number): string {
  const needed = fewestRows * blocksOf(factors, 0);
  if (factors > mostFactors) return `Sobol' indices are for at most ${mostFactors} parameters`;
  if (budget >= needed) return "Sobol' indices were not asked for";
  return `Sobol' indices of ${counted(factors)} would need ${needed} points, not ${budget}`;
}

function tooSmall(
  { factors, groups, budget, verdict }: Task,
  order: readonly SensitivityMethod[],
): StudioError {
  const needs: Readonly<Record<SensitivityMethod, string>> = {
    sobol:
      factors > mostFactors
        ? `Sobol' indices are for at most ${mostFactors} parameters`
        : `Sobol' indices need ${fewestRows * blocksOf(factors, groups)} points`,
    regional: verdict
      ? `what separates pass from fail needs ${fewestPoints} points`
      : 'what separates pass from fail is asked of a verdict, not of a metric',
    morris: `Morris' screening needs ${fewestWalks * (factors + 1)} points`,
  };
  return new StudioError({
    code: 'sensitivity.budget',
    message: `The budget pays for ${budget} points, too few for ${counted(factors)}: ${order.map((each) => needs[each]).join('; ')}.`,
    hint: 'Raise --budget, or vary fewer parameters. A point costs as many runs as there are seeds.',
    where: '--budget',
  });
}

/** The largest power of two up to a number: the counts at which a Sobol' sequence is even. */
function powerOfTwo(limit: number): number {
  let power = 1;
  while (power * 2 <= limit) power *= 2;
  return power;
}

const counted = (factors: number): string => (factors === 1 ? 'one parameter' : `${factors} parameters`);
const capitalised = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
