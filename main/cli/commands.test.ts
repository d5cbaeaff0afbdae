import { expect, it } from 'vitest';
import { installationIn } from '../services/installation.ts';
import { commands } from './commands.ts';

it('finds every command under its own name', async () => {
  const installation = installationIn('/nowhere');
  const made = await Promise.all(Object.values(commands).map(async (load) => (await load())(installation)));
  expect(made.map((command) => command.name())).toEqual(Object.keys(commands));
});
