// What a source file imports, types included, read from its syntax tree (TypeScript 7 has no JavaScript API to ask).
import { readFileSync } from 'node:fs';
import { parseSync, Visitor } from 'oxc-parser';

/**
 * Every module that a file names in an import, a re-export, `import()` or a type.
 * @param {string} file
 * @returns {{ specifier: string, line: number }[]}
 * @throws {Error} where the file is not TypeScript
 */
export function readImports(file) {
  const text = readFileSync(file, 'utf8');
  const { program, errors } = parseSync(file, text);
  const [error] = errors;
  if (error) throw new Error(`${file}: ${error.message}`);

  /** @type {{ specifier: string, line: number }[]} */
  const found = [];
  /** @param {{ source?: unknown, start: number }} node */
  const add = ({ source, start }) => {
    const specifier = /** @type {{ value?: unknown } | null | undefined} */ (source)?.value;
    if (typeof specifier === 'string')
      found.push({ specifier, line: text.slice(0, start).split('\n').length });
  };
  new Visitor({
    ImportDeclaration: add,
    ExportNamedDeclaration: add,
    ExportAllDeclaration: add,
    ImportExpression: add,
    TSImportType: add,
  }).visit(program);
  return found;
}
