import type { Clock } from '../contract/clock.ts';
import { status } from '../contract/vocabulary.ts';
import { onceADay } from './once-a-day.ts';
import { RowList } from './row-list.ts';

interface Day {
  readonly providers: { readonly status: Uint8Array };
  readonly clock: Clock;
}

const { prospect, ordered, active, paused, exited } = status;

/** Lists the rows of providers that have one of these statuses when it is asked. */
const rowsOf = (...statuses: readonly number[]): ((world: Day) => RowList) => {
  const wanted = statuses.reduce((bits, each) => bits | (1 << each), 0);
  const list = new RowList();
  return ({ providers }) => list.gather(providers.status, wanted);
};

/** Active or paused this morning: whoever is, until supply acts. Some may have been put out since: look at the status. */
export const runningToday = onceADay(rowsOf(active, paused));

/** Active, paused or exited this morning: whoever is, until supply acts. */
export const joinedToday = onceADay(rowsOf(active, paused, exited));

/** Gone now. */
export const leftNow = rowsOf(exited);

/** Waiting for hardware now. */
export const orderedNow = rowsOf(ordered);

/** Not there and without an order, now. */
export const prospectsNow = rowsOf(prospect);

/** Active at the close; for metrics. */
export const activeAtClose = onceADay(rowsOf(active));

/** Active, paused or exited at the close; for breakdowns. */
export const joinedAtClose = rowsOf(active, paused, exited);

/** Active or paused at the close; for metrics. */
export const runningAtClose = onceADay(rowsOf(active, paused));
