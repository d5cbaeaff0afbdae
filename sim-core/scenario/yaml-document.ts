import { type Document, type LineCounter, parseDocument } from 'yaml';
import { yamlTooBig } from './yaml-too-big.ts';

/**
 * A text as a document that can be changed and written again; undefined where it is no YAML, or larger and deeper than people write.
 * The library's pretty errors quote the text with a regular expression, whose making ends the whole process where a line is very long.
 */
export function yamlDocument(text: string, lineCounter?: LineCounter): Document | undefined {
  if (yamlTooBig(text) !== undefined) return undefined;
  const yaml = parseDocument(text, {
    prettyErrors: false,
    ...(lineCounter === undefined ? {} : { lineCounter }),
  });
  return yaml.errors.length > 0 ? undefined : yaml;
}
