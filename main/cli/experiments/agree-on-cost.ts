import type { Command } from 'commander';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import type { Estimate } from '../../services/experiments/estimate.ts';
import { say, tell } from '../terminal.ts';
import { spelled } from './estimate-text.ts';

/** What a person says beforehand about the cost of an experiment. */
export interface CostFlags {
  readonly yes?: boolean;
  readonly estimate?: boolean;
}

/** Gives a command the flags that `agreedOnCost` reads. */
export const withCostFlags = (command: Command): Command =>
  command
    .option('--yes', 'start even if it takes more than an hour')
    .option('--estimate', 'say how long it would take, and run nothing');

/** Above this, a person says `--yes` first. */
const longMs = 3_600_000;

/**
 * Says what an experiment costs before anything runs. False where that was all that was asked; throws `experiment.long` where it
 * takes more than an hour and nobody said `--yes`.
 */
export function agreedOnCost(
  { durationMs }: Pick<Estimate, 'durationMs'>,
  text: string,
  { yes, estimate }: CostFlags,
): boolean {
  if (estimate === true) {
    say(text);
    return false;
  }
  tell(text);
  if (durationMs > longMs && yes !== true) throw tooLong(durationMs);
  return true;
}

const tooLong = (durationMs: number): StudioError =>
  new StudioError({
    code: 'experiment.long',
    message: `This would take about ${spelled(durationMs)}.`,
    hint: 'Add --yes to start it (Ctrl-C keeps what is done, and the same command goes on from there), or ask for less: fewer cases, seeds or rows, a smaller --budget.',
    where: '--yes',
  });
