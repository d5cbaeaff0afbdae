import { expect, it } from 'vitest';
import type { RunPage, RunRow } from '../../../main/api/runs/runs-api.ts';
import type { Client } from '../../client/client.ts';
import { createKeptRuns } from './kept-runs.ts';

const pageRows = 500;

/** A studio that reads a hundred runs more at each look, of as many as there are. */
function reading(there: number): { readonly client: Client; rowsSent(): number } {
  let read = 0;
  let sent = 0;
  const answer = (from: number): RunPage => {
    if (from === 0) read = Math.min(there, read + 100);
    // Of a row the list looks at its name alone.
    const rows = Array.from({ length: Math.min(pageRows, read - from) }, (_, at) => ({
      run: `run-${from + at}`,
    })) as unknown as readonly RunRow[];
    sent += rows.length;
    return { revision: `${read}`, total: read, unread: there - read, rows };
  };
  const call = async (_: string, { from }: { readonly from: number }) => answer(from);
  return { client: { call } as unknown as Client, rowsSent: () => sent };
}

/** Rows sent for each run while they are read. */
async function rowsEach(there: number): Promise<number> {
  const { client, rowsSent } = reading(there);
  const runs = createKeptRuns(client);
  const seen: number[] = [];
  runs.list.subscribe(() => seen.push((runs.list.get().rows?.length ?? 0) + runs.list.get().unread));
  await runs.load();
  expect(runs.list.get().rows).toHaveLength(there);
  expect(runs.list.get().unread).toBe(0);
  // However much of it is shown: it is known how much there is.
  expect(new Set(seen.slice(1))).toEqual(new Set([there]));
  return rowsSent() / there;
}

it('is flushed when the last of what has ended is sent, one after another', async () => {
  const runs = createKeptRuns(reading(0).client);
  const sent: string[] = [];
  for (const name of ['first', 'second'])
    runs.keep(async () => {
      sent.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 1));
      sent.push(`${name} is there`);
    });
  await runs.flush();
  expect(sent).toEqual(['first begins', 'first is there', 'second begins', 'second is there']);
});

it('fetches a list that is still read in proportion to its length', async () => {
  expect(await rowsEach(40_000)).toBeLessThan(1.5 * (await rowsEach(4000)));
});
