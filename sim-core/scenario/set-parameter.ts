import { type Problem, StudioError } from '../contract/errors.ts';
import type { Parameter } from '../contract/parameter.ts';
import { dayOf } from '../kernel/calendar.ts';
import { quoted } from './entry.ts';
import { suggestion } from './nearest-name.ts';
import { readHorizon } from './read-horizon.ts';
import { checkValues } from './read-mechanisms.ts';
import { readValue } from './read-parameter.ts';
import { readYaml } from './read-yaml.ts';
import { Reading } from './reading.ts';
import type { MechanismDeclaration, ScenarioDocument, ScenarioRead } from './scenario-document.ts';

/**
 * A scenario with one value changed: `path` is `horizon`, `start` or `<mechanism id>.<parameter>`; `written` is a number, a
 * number with its unit, a date, a choice, or YAML such as `{lognormal: {median: 300, sigma: 0.4}}`. The text stays as it is.
 */
export function setParameter(document: ScenarioDocument, path: string, written: string): ScenarioRead {
  return setAll(document, [{ path, written }]);
}

export interface Assignment {
  readonly path: string;
  readonly written: string;
}

/** Makes all changes, then checks them together; the problems of all are told at once. */
export function setAll(document: ScenarioDocument, assignments: readonly Assignment[]): ScenarioRead {
  const { declared } = document;
  const problems: Problem[] = [];
  const origins = new Map(document.origins);
  let { spec } = document;
  for (const { path, written } of assignments) {
    const reading = new Reading();
    spec = changed(reading, spec, path, written, declared) ?? spec;
    problems.push(...reading.problems.map((problem) => ({ ...problem, where: path })));
    if (origins.has(path)) origins.set(path, { kind: 'assumption', because: 'Set by hand.' });
  }
  const together = new Reading();
  checkValues(together, spec.mechanisms, declared, (path) => path);
  problems.push(...together.problems);
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, document: { ...document, spec, origins } };
}

/** `path=value`, as it is written on a command line. Throws `set.syntax`. */
export function parseAssignment(text: string): Assignment {
  const equals = text.indexOf('=');
  if (equals > 0 && text.length <= longestAssignment) {
    return { path: text.slice(0, equals).trim(), written: text.slice(equals + 1) };
  }
  throw new StudioError({
    code: 'set.syntax',
    message: `${quoted(text)} is no assignment.`,
    hint: 'Write <mechanism>.<parameter>=<value>, such as emission.halving.period=12.',
    where: '--set',
  });
}

const longestAssignment = 10_000;

function changed(
  reading: Reading,
  spec: ScenarioDocument['spec'],
  path: string,
  written: string,
  declared: readonly MechanismDeclaration[],
): ScenarioDocument['spec'] | undefined {
  if (path === 'horizon') {
    const ticks = readHorizon(reading, { kind: 'scalar', value: written, text: written, where: path });
    return ticks === undefined ? undefined : { ...spec, ticks };
  }
  if (path === 'start') {
    const startDay = dayOf(written.trim());
    if (startDay !== undefined) return { ...spec, startDay };
    const message = `start is ${quoted(written)}: it must be a date.`;
    return reading.report({
      code: 'scenario.bad-start',
      message,
      hint: 'Write a day of the calendar as 2023-04-24.',
    });
  }
  const found = parameterAt(spec, path, declared);
  if (found === undefined) {
    const paths = ['horizon', 'start', ...parameterPaths(spec, declared)];
    return reading.report({
      code: 'set.unknown-path',
      message: `There is no parameter ${quoted(path)}.`,
      hint: suggestion(path, paths),
    });
  }
  const plain = withoutUnit(reading, written, found.parameter, path);
  const yaml = plain === undefined ? undefined : readYaml(path, plain);
  if (yaml === undefined) return undefined;
  if (!yaml.ok) {
    for (const problem of yaml.problems) reading.report(problem);
    return undefined;
  }
  const value = readValue(reading, yaml.root, found.parameter, path);
  if (value === undefined) return undefined;
  const uses = spec.mechanisms.map((use) =>
    use.id === found.mechanism.id ? { ...use, parameters: { ...use.parameters, [found.name]: value } } : use,
  );
  return { ...spec, mechanisms: uses };
}

/** The declared parameter behind `<mechanism id>.<parameter>`, where the scenario uses that mechanism. */
export function parameterAt(
  spec: ScenarioDocument['spec'],
  path: string,
  declared: readonly MechanismDeclaration[],
):
  | { readonly mechanism: MechanismDeclaration; readonly name: string; readonly parameter: Parameter }
  | undefined {
  const dot = path.lastIndexOf('.');
  const id = path.slice(0, Math.max(0, dot));
  const name = path.slice(dot + 1);
  const mechanism = declared.find((each) => each.id === id && spec.mechanisms.some((use) => use.id === id));
  const parameter =
    mechanism !== undefined && Object.hasOwn(mechanism.parameters, name)
      ? mechanism.parameters[name]
      : undefined;
  return mechanism === undefined || parameter === undefined ? undefined : { mechanism, name, parameter };
}

function parameterPaths(
  spec: ScenarioDocument['spec'],
  declared: readonly MechanismDeclaration[],
): readonly string[] {
  return declared
    .filter((each) => spec.mechanisms.some((use) => use.id === each.id))
    .flatMap((each) => Object.keys(each.parameters).map((name) => `${each.id}.${name}`));
}

/** `300 day` to `300`, if the unit is the declared one. */
function withoutUnit(
  reading: Reading,
  written: string,
  parameter: Parameter,
  path: string,
): string | undefined {
  const match = /^\s*([+-]?[\d.]+(?:[eE][+-]?\d+)?)\s+(\S.*?)\s*$/.exec(written);
  if (match === null || match[2] === parameter.unit) return match?.[1] ?? written;
  return reading.report({
    code: 'parameter.wrong-unit',
    message: `${path} is given in ${quoted(match[2] ?? '')}, but is declared in ${parameter.unit}.`,
    hint: `Convert the value and write ${parameter.unit}, or leave the unit out.`,
  });
}
