import type { Distribution } from '../../contract/parameter.ts';
import type { ScenarioSpec } from '../../contract/scenario.ts';
import { quoted } from '../entry.ts';
import { suggestion } from '../nearest-name.ts';
import type { Reading } from '../reading.ts';
import type { MechanismDeclaration } from '../scenario-document.ts';
import { type Assignment, parameterAt } from '../set-parameter.ts';

/**
 * Turns assignments to parts of distributions, such as `agents.providers.hurdle.median`, into assignments of the whole; parts of
 * one distribution together. Others stay as they are.
 */
export function wholeDistributions(
  reading: Reading,
  spec: ScenarioSpec,
  assignments: readonly Assignment[],
  declared: readonly MechanismDeclaration[],
): readonly Assignment[] {
  const shapes = new Map<string, Distribution>();
  const whole: Assignment[] = [];
  for (const assignment of assignments) {
    const found = partAt(spec, assignment.path, declared);
    if (found === undefined) {
      whole.push(assignment);
      continue;
    }
    const { path, part, unit } = found;
    const shape = shapes.get(path) ?? found.value;
    const parts = partsOf(shape);
    const number = numberIn(assignment.written, part === 'sigma' ? '1' : unit);
    if (!parts.includes(part)) reading.report(noPart(assignment.path, shape, parts, part));
    else if (number === undefined) reading.report(noNumber(assignment, unit));
    else shapes.set(path, { ...shape, [part]: number });
  }
  // The part would be of the distribution that the scenario has, and the one that was set would be lost.
  for (const { path } of whole) if (shapes.has(path)) reading.report(setTwice(path));
  return [...whole, ...[...shapes].map(([path, shape]) => ({ path, written: spelled(shape) }))];
}

/** The distribution behind `<mechanism>.<parameter>.<part>`; undefined where the path is of something else. */
function partAt(spec: ScenarioSpec, path: string, declared: readonly MechanismDeclaration[]) {
  if (parameterAt(spec, path, declared) !== undefined) return undefined;
  const dot = path.lastIndexOf('.');
  const of = path.slice(0, Math.max(0, dot));
  const found = parameterAt(spec, of, declared);
  if (found?.parameter.kind !== 'distribution') return undefined;
  const given = spec.mechanisms.find(({ id }) => id === found.mechanism.id)?.parameters[found.name];
  const value = isDistribution(given) ? given : found.parameter.default;
  return { path: of, part: path.slice(dot + 1), value, unit: found.parameter.unit };
}

const isDistribution = (value: unknown): value is Distribution =>
  typeof value === 'object' && value !== null && 'kind' in value;

const partsOf = ({ kind, ...parts }: Distribution): readonly string[] =>
  kind === 'empirical' ? [] : Object.keys(parts);

/** As `--set` reads it. */
function spelled(shape: Distribution): string {
  if (shape.kind === 'fixed') return `${shape.value}`;
  const { kind, ...parts } = shape;
  return `{${kind}: ${JSON.stringify(parts)}}`;
}

function numberIn(written: string, unit: string): number | undefined {
  const text = written.trim();
  const plain = text.endsWith(` ${unit}`) ? text.slice(0, -unit.length).trim() : text;
  const number = plain === '' ? Number.NaN : Number(plain);
  return Number.isFinite(number) ? number : undefined;
}

const setTwice = (path: string) => ({
  code: 'set.twice',
  message: `${path} is set as a whole and in part.`,
  hint: 'Write the whole distribution with that part, or the part alone.',
  where: path,
});

const noPart = (path: string, { kind }: Distribution, parts: readonly string[], part: string) => ({
  code: 'set.unknown-path',
  message: `${path}: the distribution is ${kind === 'fixed' ? 'a single value' : kind}, which has no ${quoted(part)}.`,
  hint: suggestion(part, parts),
  where: path,
});

const noNumber = ({ path, written }: Assignment, unit: string) => ({
  code: 'parameter.not-a-number',
  message: `${path} is ${quoted(written)}: it must be a number.`,
  hint: `Write digits with a point, such as 1234.5${unit === '1' ? '' : `, or with the unit ${unit}`}.`,
  where: path,
});
