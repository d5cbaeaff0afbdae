import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Text of a file of the checkout; the fuzzer stands in its folder. */
export const fileText = (...parts: readonly string[]): string => readFileSync(path.resolve(...parts), 'utf8');

/** Texts of all files under a folder whose name ends so, none longer than `longest`. */
export const textsUnder = (folder: string, ending: string, longest = 40_000): readonly string[] =>
  readdirSync(path.resolve(folder), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => fileText(folder, name))
    .filter((text) => text.length <= longest);

export const smallText = (): string => fileText('test/fixtures/scenarios/small/scenario.yaml');
export const smallData: readonly string[] = ['data/regions.csv', 'data/weekly.csv'];
