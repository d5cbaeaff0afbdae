import { CST, Lexer } from 'yaml';
import type { Problem } from '../contract/errors.ts';
import { limits } from './limits.ts';

/**
 * Counts the words and brackets of a YAML text before it is parsed, since a parser that follows a million brackets runs out
 * of stack or time. `undefined` where the text is of a size that people write.
 */
export function yamlTooBig(text: string): { problem: Problem; offset: number } | undefined {
  let tokens = 0;
  let depth = 0;
  /** Signs in the line in hand that open another mapping or list inside the one before: `a: b: c:`, `- - -`. */
  let opened = 0;
  let offset = 0;
  for (const token of new Lexer().lex(text)) {
    tokens++;
    const type =
      token === '[' || token === '{' || token === ']' || token === '}' ? CST.tokenType(token) : null;
    if (type === 'flow-seq-start' || type === 'flow-map-start') depth++;
    else if (type === 'flow-seq-end' || type === 'flow-map-end') depth = Math.max(0, depth - 1);
    if (token === '\n' || token === '\r\n') opened = 0;
    else if (depth === 0 && (token === ':' || token === '-' || token === '?')) opened++;
    if (depth > limits.yamlDepth || opened > limits.yamlDepth) {
      const what = depth > limits.yamlDepth ? 'Brackets' : 'Mappings and lists in one line';
      return {
        offset,
        problem: {
          code: 'yaml.too-deep',
          message: `${what} stand inside each other more than ${limits.yamlDepth} deep.`,
          hint: 'A scenario needs about ten levels.',
        },
      };
    }
    if (tokens > limits.yamlTokens) {
      return {
        offset,
        problem: {
          code: 'yaml.too-many',
          message: `The text has more than ${limits.yamlTokens} words and signs.`,
          hint: 'Put long tables in a data file (CSV) and name it with `file:`.',
        },
      };
    }
    // The lexer marks documents and scalars with signs of its own that are not in the text.
    if (token !== CST.DOCUMENT && token !== CST.SCALAR && token !== CST.FLOW_END) offset += token.length;
  }
  return undefined;
}
