import { expect, it } from 'vitest';
import { runRoutes } from './run-routes.ts';

const takes = (run: string) => runRoutes['runs.remove'].input.safeParse({ runs: [run] }).success;
const makes = (name: string) =>
  runRoutes['runs.export'].input.safeParse({
    ...{ runs: ['a'], name, formats: ['csv'], layout: 'wide', dictionary: true },
  }).success;

it('a run goes by whatever its folder is called, and by no path', () => {
  expect(['a', '1f82a4 (copy)', 'Kopie von Läufe', '.hidden', 'a..b'].filter((run) => !takes(run))).toEqual(
    [],
  );
  expect(['', '.', '..', '../a', 'a/b', 'a\\b', 'a\u0000', 'a'.repeat(256)].filter(takes)).toEqual([]);
});

it('a new folder is called so that any system takes it', () => {
  expect(['a', 'first try 2'].filter((name) => !makes(name))).toEqual([]);
  expect(['..', 'a/b', 'a (copy)', 'a.'].filter(makes)).toEqual([]);
});
