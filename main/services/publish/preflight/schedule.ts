import type { ProposalDraft } from '../../../api/publish/draft.ts';
import type { SpaceSettings } from '../../../api/publish/known.ts';

/** When a proposal is signed, and when its voting starts and ends, in seconds since 1970. */
export interface Schedule {
  readonly timestamp: number;
  readonly start: number;
  readonly end: number;
}

/** Where neither the space nor the author says how long voting lasts: three days, in seconds. */
const usualPeriod = 3 * 86_400;

/**
 * Computes the three times. The server compares a space's delay and period to the second, and takes `timestamp` for the moment of
 * proposing: all three come from one reading of the clock.
 */
export function scheduleOf(
  { start, period }: Pick<ProposalDraft, 'start' | 'period'>,
  space: SpaceSettings | undefined,
  now: number,
): Schedule {
  const delay = space?.voting.delay ?? 0;
  const opens = start ?? now + delay;
  return { timestamp: now, start: opens, end: opens + (period ?? (space?.voting.period || usualPeriod)) };
}
