import { expect, it } from 'vitest';
import { askedCommand } from './asked-command.ts';

it.each([[['run', 'mine', '--seeds', '1..5']], [['new-scenario', 'x']], [['--version']], [['--help']]])(
  'takes %j for the command line',
  (args) => {
    expect(askedCommand(args)).toEqual(args);
  },
);

it.each([
  [[]],
  [['/home/ada/mine.depin.yaml']],
  [['C:\\mine.depin.yaml']],
  [['depin-studio://verify?text=x']],
  [['proposal.md']],
  [['--no-sandbox']],
  [['-psn_0_12345']],
])('opens the window for %j', (args) => {
  expect(askedCommand(args)).toBeUndefined();
});
