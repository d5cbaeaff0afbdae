import type { Factor } from '../../../../sim-core/contract/design.ts';
import { StudioError } from '../../../../sim-core/contract/errors.ts';

const number = String.raw`[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?`;
const rangeShape = new RegExp(
  String.raw`^\s*(${number})\s*\.\.\s*(${number})\s*(?:/(\d+))?\s*(/log)?(?:\s+(\S.*?))?\s*$`,
);
const mostSteps = 10_000;

/**
 * Reads `--vary`: `path=a,b,c` (commas inside brackets do not count), `path=min..max`, with `/5` for five values from end to end and
 * `/log` for equal ratios, and a unit behind: `path=200..500/4 day`. Throws `vary.syntax`.
 */
export function parseVary(text: string): Factor {
  const equals = text.indexOf('=');
  const path = text.slice(0, Math.max(0, equals)).trim();
  const written = text.slice(equals + 1);
  if (path === '' || written.trim() === '') throw refused(text, 'It has no path, or no values.');
  const range = rangeShape.exec(written);
  if (range === null) return { path, values: listIn(written, text) };
  const [min, max] = [Number(range[1]), Number(range[2])];
  const steps = range[3] === undefined ? undefined : Number(range[3]);
  const scale = range[4] === undefined ? 'linear' : 'log';
  if (min > max) throw refused(text, `Its bounds are reversed: ${min} is above ${max}.`);
  if (min === max) throw refused(text, 'Its bounds are the same: nothing varies.');
  if (scale === 'log' && min <= 0) throw refused(text, 'Equal ratios need a range above 0.');
  if (steps !== undefined && (steps < 2 || steps > mostSteps))
    throw refused(text, `It has ${steps} steps, and 2 to ${mostSteps} are allowed.`);
  return {
    path,
    min,
    max,
    scale,
    ...(steps === undefined ? {} : { steps }),
    ...(range[5] === undefined ? {} : { unit: range[5] }),
  };
}

function listIn(written: string, text: string): readonly string[] {
  const values = [''];
  let depth = 0;
  for (const letter of written) {
    if ('[{('.includes(letter)) depth += 1;
    if (']})'.includes(letter)) depth -= 1;
    if (letter === ',' && depth === 0) values.push('');
    else values[values.length - 1] += letter;
  }
  const trimmed = values.map((value) => value.trim());
  if (trimmed.includes('')) throw refused(text, 'One of its values is empty.');
  return trimmed;
}

const refused = (text: string, because: string): StudioError =>
  new StudioError({
    code: 'vary.syntax',
    message: `"${text.slice(0, 80)}" does not say what varies. ${because}`,
    hint: 'Write path=12,18,24 or path=10..20, with /5 for five values, /log for equal ratios, and a unit behind.',
    where: '--vary',
  });
