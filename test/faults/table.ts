import { kindNames } from './fault.ts';
import type { Outcome } from './harness.ts';

/** A table of how many faults struck, a row a subject and a column a kind; where something broke, how often. */
export function tableText(outcomes: readonly Outcome[]): string {
  const subjects = [...new Set(outcomes.map(({ subject }) => subject))].sort();
  const kinds = kindNames.filter((name) => outcomes.some(({ kind }) => kind === name));
  const struck = outcomes.filter((outcome) => outcome.struck);
  const cell = (of: readonly Outcome[]): string => {
    const broken = of.filter((outcome) => outcome.broken.length > 0).length;
    return of.length === 0 ? '' : broken === 0 ? `${of.length}` : `${of.length} (${broken} broken)`;
  };
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  const rowOf = (subject: string): string => {
    const its = struck.filter((outcome) => outcome.subject === subject);
    return row([subject, ...kinds.map((name) => cell(its.filter(({ kind }) => kind === name))), cell(its)]);
  };
  const all = kinds.map((name) => cell(struck.filter(({ kind }) => kind === name)));
  return [
    row(['faults during', ...kinds, 'all']),
    row(['---', ...kinds.map(() => '--:'), '--:']),
    ...subjects.map(rowOf),
    row(['all', ...all, cell(struck)]),
  ].join('');
}

/** A page with the text between two comments of a name replaced. Throws where the page has none. */
export function writtenInto(page: string, name: string, text: string): string {
  const [begin, end] = [`<!-- ${name} -->\n`, `<!-- end of ${name} -->`];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`the page has no place for ${name}`);
  return `${page.slice(0, from + begin.length)}\n${text}\n${page.slice(to)}`;
}
