import type { RunToKeep, SeedNumbers } from '../../../main/api/runs/runs-api.ts';
import type { Client } from '../../client/client.ts';
import { createPatience } from '../../sim/patience.ts';
import type { RunSnapshot } from '../../sim/run-snapshot.ts';
import { numbersOf } from './number-text.ts';

/** Characters of one call, but for a seed that has more alone: two million take the page 30 ms to hand over, which it shares with drawing. */
const mostCharacters = 500_000;

/** Sends what a run came to, a few seeds at a time; seeds that are kept already stay where they are. Answers its name. */
export async function sendRun(
  client: Client,
  { request, engineId, seconds, results, failures }: RunSnapshot,
  { text, specDigest }: { readonly text: string; readonly specDigest: string },
): Promise<string> {
  const run: RunToKeep = {
    ...{ scenario: request.scenario, text, engineId, specDigest, seconds, seeds: [], failures: [] },
  };
  const { run: name, seeds: kept } = await client.call('runs.keep', run);
  const missing = results.filter(({ seed }) => !kept.includes(seed));
  const patience = createPatience();
  let part: SeedNumbers[] = [];
  let size = 0;
  const send = async (stopped = false) => {
    if (part.length === 0 && !stopped) return;
    // To hand numbers over is work of one piece: it has a turn of its own, and so has what comes after it.
    await patience.always();
    await client.call('runs.keep', { ...run, seeds: part, failures: stopped ? failures : [] });
    await patience.always();
    part = [];
    size = 0;
  };
  for (const result of missing) {
    const numbers = await numbersOf(result, patience);
    const length = [...numbers.columns, ...numbers.breakdowns].reduce((sum, each) => sum + each.length, 0);
    if (size + length > mostCharacters) await send();
    part.push(numbers);
    size += length;
  }
  await send(failures.length > 0);
  return name;
}
