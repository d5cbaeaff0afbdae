import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { betterOf, type Figure, shown } from './figures.ts';

/** One run of the bench. */
export interface Measured {
  /** Processor, cores and Node: figures of another one are no measure. */
  readonly machine: string;
  readonly figures: readonly Figure[];
}

/** A run that was kept. */
interface Kept extends Measured {
  readonly date: string;
  readonly commit: string;
}

/** A figure may be worse by so much before it is told: machines are never quiet. */
const tolerated = 0.1;

/** One run a line, oldest first; a part of the repository, so that whoever changes the engine sees what it cost. */
const fileIn = (root: string): string => path.join(root, 'test/bench/history.jsonl');

/** Adds a run to the history. */
export function keep(root: string, measured: Measured): void {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
    cwd: root,
    encoding: 'utf8',
  }).trim();
  const figures = measured.figures.filter(({ value }) => Number.isFinite(value));
  const kept: Kept = { date: new Date().toISOString(), commit, machine: measured.machine, figures };
  appendFileSync(fileIn(root), `${JSON.stringify(kept)}\n`);
}

/** In words, which figures are worse by more than a tenth than when they were last kept on such a machine, and which better. */
export function comparison(root: string, { machine, figures }: Measured): string {
  const before = lastKept(root, machine);
  if (before.size === 0)
    return `Nothing to compare with: no run on ${machine} is kept. \`npm run bench -- --save\` keeps this one.`;
  const compared = figures.flatMap((figure) => {
    const last = before.get(figure.name);
    return last === undefined ? [] : [{ figure, last, change: changeOf(figure, last.value) }];
  });
  const line = (what: string) => (each: (typeof compared)[number]) => {
    const { figure, last, change } = each;
    const size = `${Math.abs(100 * change).toFixed(0)} %`;
    return `${what} by ${size}: ${figure.name}, ${shown(last.value)} -> ${shown(figure.value)} ${figure.unit} (since ${last.commit})`;
  };
  const worse = compared.filter(({ change }) => change < -tolerated).map(line('WORSE'));
  const improved = compared.filter(({ change }) => change > tolerated).map(line('better'));
  const same = compared.length - worse.length - improved.length;
  return [...worse, ...improved, `${same} of ${compared.length} figures within 10 % of what was kept.`].join(
    '\n',
  );
}

/** How much better, as a share of what it was: positive where it is better. */
function changeOf(figure: Figure, before: number): number {
  const change = figure.value / before - 1;
  return betterOf(figure) === 'more' ? change : -change;
}

/** Each figure as it was last kept on such a machine: a run may have measured some of them only. */
function lastKept(root: string, machine: string): ReadonlyMap<string, { value: number; commit: string }> {
  const file = fileIn(root);
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  const last = new Map<string, { value: number; commit: string }>();
  for (const line of lines) {
    // Written by `keep`.
    const kept = JSON.parse(line) as Kept;
    if (kept.machine !== machine) continue;
    for (const { name, value } of kept.figures) last.set(name, { value, commit: kept.commit });
  }
  return last;
}
