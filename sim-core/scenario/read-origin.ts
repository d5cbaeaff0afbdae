import type { Parameter } from '../contract/parameter.ts';
import type { Field } from './entry.ts';
import { suggestion } from './nearest-name.ts';
import { type Reading, readText } from './reading.ts';
import type { CitedSource, Origin } from './scenario-document.ts';

/** Where a given value comes from: exactly one of `source` (a key of the scenario's sources) and `assumption`. */
export function readOrigin(
  reading: Reading,
  fields: ReadonlyMap<string, Field>,
  sources: ReadonlyMap<string, CitedSource>,
  path: string,
  where: string,
): Origin | undefined {
  const source = fields.get('source');
  const assumption = fields.get('assumption');
  const hint = 'Add `source: <key of sources>`, or `assumption: <a sentence that says why it is plausible>`.';
  if (source !== undefined && assumption !== undefined) {
    const message = `${path} has both a source and an assumption.`;
    return reading.report({
      code: 'parameter.two-origins',
      message,
      hint: 'Keep one.',
      where: assumption.where,
    });
  }
  if (assumption !== undefined) {
    const because = readText(reading, assumption.value, `${path}.assumption`, 'Write a sentence.');
    return because === undefined ? undefined : { kind: 'assumption', because };
  }
  if (source === undefined) {
    const message = `${path} says neither where it comes from nor that it is assumed.`;
    return reading.report({ code: 'parameter.no-origin', message, hint, where });
  }
  const key = readText(reading, source.value, `${path}.source`, hint);
  if (key === undefined) return undefined;
  const cited = sources.get(key);
  if (cited === undefined) {
    return reading.report({
      code: 'parameter.unknown-source',
      message: `${path} cites the source "${key}", which \`sources\` does not have.`,
      hint: suggestion(key, [...sources.keys()]),
      where: source.value.where,
    });
  }
  return { kind: 'source', title: cited.title, ...(cited.url === undefined ? {} : { url: cited.url }) };
}

/** Where a value that the scenario leaves out comes from. */
export function originOfDefault(parameter: Parameter): Origin {
  const { source } = parameter;
  if (source === undefined) return { kind: 'assumption', because: parameter.why };
  return { kind: 'source', title: source.title, ...(source.url === undefined ? {} : { url: source.url }) };
}
