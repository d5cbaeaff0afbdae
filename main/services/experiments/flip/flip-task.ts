import { type Axis, axisOf } from '../../../../sim-core/analysis/flip/axis.ts';
import type { Factor } from '../../../../sim-core/contract/design.ts';
import { StudioError } from '../../../../sim-core/contract/errors.ts';
import type { VerdictRule } from '../../../../sim-core/contract/verdict-rule.ts';
import {
  type DescribedParameter,
  describeParameters,
} from '../../../../sim-core/scenario/describe-parameters.ts';
import { suggestion } from '../../../../sim-core/scenario/nearest-name.ts';
import type { ScenarioDocument } from '../../../../sim-core/scenario/scenario-document.ts';
import { parameterAt } from '../../../../sim-core/scenario/set-parameter.ts';
import { isResolution, type VariedNumber, variedNumber } from '../sensitivity/usual-range.ts';

/** A number that may be changed to turn a verdict. */
export interface FlipNumber {
  /** As after `--set`; of a distribution its middle, such as `agents.providers.hurdle.median`. */
  readonly path: string;
  readonly label: string;
  readonly unit: string;
  readonly axis: Axis;
}

/** What is asked: how far the verdict is from turning, in these numbers of this scenario. */
export interface FlipTask {
  readonly document: ScenarioDocument;
  readonly verdict: VerdictRule;
  readonly numbers: readonly FlipNumber[];
  readonly seeds: readonly string[];
  /** Runs that may be made: points times seeds. */
  readonly budget: number;
}

/** Beyond this factor nobody looks where a range is declared without an end. */
const farthest = 1000;

/** Every number of the scenario, in its declared range. */
export function everyNumber(document: ScenarioDocument): readonly FlipNumber[] {
  return describeParameters(document)
    .filter((described) => !isResolution(described))
    .flatMap((described) => {
      const found = numberOf(document, described);
      return typeof found === 'string' ? [] : flipNumber(described, found);
    });
}

/**
 * The numbers that were named: each a path, in its declared range, or with a range of its own. Throws `flip.unknown` or
 * `flip.no-number`.
 */
export function namedNumbers(
  document: ScenarioDocument,
  named: readonly (Factor | { readonly path: string })[],
): readonly FlipNumber[] {
  const described = describeParameters(document);
  return named.flatMap((factor) => {
    if ('values' in factor)
      throw refused(factor.path, 'it is given as a list, and only numbers have distances');
    const parameter = described.find((each) => pathsOf(document, each).includes(factor.path));
    if (parameter === undefined) {
      const paths = everyNumber(document).map(({ path }) => path);
      throw new StudioError({
        code: 'flip.unknown',
        message: `There is no number "${factor.path.slice(0, 80)}".`,
        hint: suggestion(factor.path, paths),
        where: factor.path,
      });
    }
    const found = numberOf(document, parameter);
    if (typeof found === 'string') throw refused(factor.path, found);
    const range = 'min' in factor ? { min: factor.min, max: factor.max } : {};
    const inside = 'min' in factor ? found.value >= factor.min && found.value <= factor.max : true;
    if (!inside) throw refused(factor.path, `its value, ${found.value}, is outside the range that is given`);
    return flipNumber(parameter, { ...found, ...range });
  });
}

/** A parameter's own path, and that of the middle of its distribution. */
function pathsOf(document: ScenarioDocument, described: DescribedParameter): readonly string[] {
  const found = numberOf(document, described);
  return typeof found === 'string' ? [described.path] : [described.path, found.path];
}

function numberOf(document: ScenarioDocument, { path, value }: DescribedParameter): VariedNumber | string {
  const parameter = parameterAt(document.spec, path, document.declared)?.parameter;
  return parameter === undefined ? 'it is of no mechanism here' : variedNumber(path, value, parameter);
}

function flipNumber({ label, unit }: DescribedParameter, found: VariedNumber): readonly FlipNumber[] {
  const { path, value, integer } = found;
  const size = Math.abs(value);
  const min = Number.isFinite(found.min) ? found.min : -size * farthest;
  const max = Number.isFinite(found.max) ? found.max : size * farthest;
  if (!(min < max)) return [];
  return [{ path, label, unit, axis: axisOf({ value, min, max, integer }) }];
}

const refused = (path: string, because: string): StudioError =>
  new StudioError({
    code: 'flip.no-number',
    message: `${path} cannot be moved: ${because}.`,
    hint: 'Name a number, as path or path=5..20.',
    where: path,
  });
