import type { Factor } from '../../../../sim-core/contract/design.ts';
import { StudioError } from '../../../../sim-core/contract/errors.ts';

const number = String.raw`[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?`;
const rangeShape = new RegExp(`^\\s*(${number})\\s*\\.\\.\\s*(${number})\\s*(/log)?\\s*$`);

/**
 * Reads `--factors`: items between commas, each a path (its usual range), `path=5..20`, `path=5..20/log` (equal ratios equally
 * likely) or `path=a|b|c`. Throws `factor.syntax`.
 */
export function parseFactors(written: string): readonly (Factor | { readonly path: string })[] {
  return written.split(',').map((item) => {
    const equals = item.indexOf('=');
    const path = (equals < 0 ? item : item.slice(0, equals)).trim();
    if (path === '') throw refused(item, 'It has no path.');
    if (equals < 0) return { path };
    const values = item.slice(equals + 1);
    const range = rangeShape.exec(values);
    if (range === null) return { path, values: optionsIn(values, item) };
    const [min, max] = [Number(range[1]), Number(range[2])];
    const scale = range[3] === undefined ? 'linear' : 'log';
    if (min >= max) throw refused(item, `${range[1]} is not below ${range[2]}.`);
    if (scale === 'log' && min <= 0) throw refused(item, 'Ratios need a range above 0.');
    return { path, min, max, scale };
  });
}

function optionsIn(values: string, item: string): readonly string[] {
  const options = values.split('|').map((each) => each.trim());
  if (options.length < 2 || options.includes(''))
    throw refused(item, 'It has neither a range nor several options.');
  return options;
}

const refused = (item: string, because: string): StudioError =>
  new StudioError({
    code: 'factor.syntax',
    message: `The factor "${item.trim().slice(0, 80)}" cannot be read. ${because}`,
    hint: 'Write path, path=5..20, path=5..20/log or path=a|b|c, with commas between factors.',
    where: '--factors',
  });
