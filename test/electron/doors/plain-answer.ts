import type { Answer } from '../../../main/api/studio-api.ts';

/** What differs from one studio to the next: where its person keeps things, and when something happened. */
const times = /"(startedAt|changedAt|keptAt|durationMs|leftMs|modifiedAt)":\d+(\.\d+)?/g;

/** An answer without what differs from one studio to the next. */
export const plainAnswer = (answer: Answer<unknown>, home: string): unknown =>
  JSON.parse(
    JSON.stringify(answer).replaceAll(JSON.stringify(home).slice(1, -1), '<home>').replace(times, '"$1":0'),
  );
