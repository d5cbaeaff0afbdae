import type { Factor } from '../../../../sim-core/contract/design.ts';
import { type Problem, StudioError } from '../../../../sim-core/contract/errors.ts';
import type { Parameter } from '../../../../sim-core/contract/parameter.ts';
import {
  type DescribedParameter,
  describeParameters,
} from '../../../../sim-core/scenario/describe-parameters.ts';
import { suggestion } from '../../../../sim-core/scenario/nearest-name.ts';
import type { ScenarioDocument } from '../../../../sim-core/scenario/scenario-document.ts';
import { parameterAt } from '../../../../sim-core/scenario/set-parameter.ts';
import type { LeftOut, TriedFactor } from './tried-factor.ts';
import { isResolution, usualRange, type VariedNumber, variedNumber } from './usual-range.ts';

/**
 * Every number of a scenario with its usual range: those that are assumptions, or `all`. Also what is left out, and why.
 */
export function everyFactor(
  document: ScenarioDocument,
  which: 'unsourced' | 'all',
): { readonly factors: readonly TriedFactor[]; readonly leftOut: readonly LeftOut[] } {
  const factors: TriedFactor[] = [];
  const leftOut: LeftOut[] = [];
  for (const described of describeParameters(document)) {
    const unsourced = described.origin.kind === 'assumption';
    if (isResolution(described) || (which === 'unsourced' && !unsourced)) continue;
    const found = usualFactor(document, described);
    if (typeof found === 'string') leftOut.push({ path: described.path, because: found });
    else factors.push(tried(found, described));
  }
  return { factors, leftOut };
}

/**
 * The factors that a person named: each `path` (with its usual range) or a factor of its own. Throws `factor.unknown`,
 * `factor.no-range` or `factor.twice`.
 */
export function namedFactors(
  document: ScenarioDocument,
  named: readonly (Factor | { readonly path: string })[],
): readonly TriedFactor[] {
  const described = describeParameters(document);
  const twin = named.find(({ path }, i) => named.findIndex((other) => other.path === path) !== i);
  if (twin !== undefined)
    throw refused('factor.twice', `${twin.path} is named twice.`, 'Name it once.', twin.path);
  return named.map((factor) => {
    const parameter = described.find(
      ({ path }) => path === factor.path || factor.path.startsWith(`${path}.`),
    );
    if ('values' in factor) return tried(factor, parameter);
    if ('min' in factor) return tried({ ...factor, ...wholeNumbers(document, factor.path) }, parameter);
    if (parameter === undefined) {
      const paths = described.map(({ path }) => path);
      throw refused(
        'factor.unknown',
        `There is no parameter "${factor.path}" with a usual range.`,
        `${suggestion(factor.path, paths)} For horizon, start, overlay or mechanism.<slot> give the values, as overlay=none|price-crash.`,
        factor.path,
      );
    }
    const found = usualFactor(document, parameter, factor.path);
    if (typeof found !== 'string') return tried(found, parameter);
    throw refused(
      'factor.no-range',
      `${factor.path} has no usual range: ${found}.`,
      'Give one, as path=min..max.',
      factor.path,
    );
  });
}

/** A range of a parameter that is declared whole has whole numbers only. */
function wholeNumbers({ spec, declared }: ScenarioDocument, path: string): { readonly integer?: true } {
  const parameter = parameterAt(spec, path, declared)?.parameter;
  return parameter?.kind === 'number' && parameter.integer === true ? { integer: true } : {};
}

function usualFactor(
  document: ScenarioDocument,
  { path, value }: DescribedParameter,
  wanted = path,
): Factor | string {
  const parameter = parameterAt(document.spec, path, document.declared)?.parameter;
  if (parameter === undefined) return 'it is of no mechanism here';
  const found =
    wanted === path ? variedNumber(path, value, parameter) : partOf(wanted, path, value, parameter);
  return typeof found === 'string' ? found : usualRange(found);
}

/** A part of a distribution by its name, such as `hurdle.sigma`. */
function partOf(
  wanted: string,
  path: string,
  value: DescribedParameter['value'],
  parameter: Parameter,
): VariedNumber | string {
  const part = wanted.slice(path.length + 1);
  const number =
    typeof value === 'object' ? Object.entries(value).find(([name]) => name === part)?.[1] : undefined;
  if (typeof number !== 'number' || !('min' in parameter)) return `its value has no part "${part}"`;
  const spread = part === 'sigma' || part === 'sd';
  const [min, max] = spread ? [0, Number.POSITIVE_INFINITY] : [parameter.min, parameter.max];
  return { path: wanted, value: number, min, max, integer: false };
}

function tried(factor: Factor, described: DescribedParameter | undefined): TriedFactor {
  const part = described === undefined ? '' : factor.path.slice(described.path.length + 1);
  return {
    factor,
    label:
      described === undefined ? factor.path : part === '' ? described.label : `${described.label}, ${part}`,
    unit: part === 'sigma' ? '1' : (described?.unit ?? '1'),
    range: rangeInWords(factor),
    unsourced: described?.origin.kind === 'assumption',
  };
}

function rangeInWords(factor: Factor): string {
  if ('values' in factor) return factor.values.join(' | ');
  const { min, max, unit } = factor;
  return `${shown(min)} to ${shown(max)}${unit === undefined ? '' : ` ${unit}`}`;
}

/** Four digits that matter. */
const shown = (value: number): string => value.toLocaleString('en-US', { maximumSignificantDigits: 4 });

const refused = (code: Problem['code'], message: string, hint: string, where: string): StudioError =>
  new StudioError({ code, message, hint, where });
