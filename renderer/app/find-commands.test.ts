import { expect, it } from 'vitest';
import { commands } from './commands/index.ts';
import { scenarioCommands } from './commands/scenario.ts';
import { findCommands } from './find-commands.ts';

const titles = (query: string): string[] => findCommands(commands, query).map(({ title }) => title);

it('finds by the beginnings of words, in any order', () => {
  expect(titles('lib')).toEqual(['Go to Library']);
  expect(titles('csv metr')).toEqual([]);
  expect(titles('metrics.csv export')).toEqual(['Export metrics.csv']);
  expect(titles('zebra')).toEqual([]);
});

it('puts titles before keywords', () => {
  expect(titles('pause')[0]).toBe('Pause the run');
  expect(titles('dark')[0]).toBe('Dark theme');
  expect(titles('night')).toContain('Dark theme');
});

it('finds everything without a query', () => {
  expect(titles('')).toHaveLength(commands.length);
});

it('has one command for each id', () => {
  const card = {
    id: 'small',
    place: 'shipped' as const,
    version: 1,
    title: 'Small',
    question: '',
    network: 'wireless',
    startDate: '2024-01-01',
    days: 20,
    providers: { rows: 0, weight: 1 },
    mechanisms: [],
    variants: [{ id: 'small/free', title: 'Small, free' }],
  };
  const ids = [...commands, ...scenarioCommands([card])].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
