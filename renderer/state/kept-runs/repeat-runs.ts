import type { RunRow } from '../../../main/api/runs/runs-api.ts';
import { isOpen } from '../../sim/run-snapshot.ts';
import { until } from '../../sim/until.ts';
import type { Studio } from '../studio.ts';
import { repeatRequest } from './fetch-run.ts';

/** Simulates kept runs anew, one after another, and says whether each came to the same digest. */
export async function repeatRuns(studio: Studio, rows: readonly RunRow[]): Promise<void> {
  const { client, simulation, toasts } = studio;
  const differing: RunRow[] = [];
  let done = 0;
  for (const row of rows) {
    const opened = await client.call('runs.open', { run: row.run });
    const run = await simulation.start(await repeatRequest(studio, opened));
    await until(run.snapshot.subscribe, () => !isOpen(run.snapshot.get()));
    const end = run.snapshot.get();
    if (end.state === 'cancelled') break;
    done += 1;
    if (end.result?.digest !== row.digest) differing.push(row);
  }
  if (done === 0) return;
  const of = done === 1 ? 'The run' : `${done} runs`;
  if (differing.length === 0) toasts.say({ text: `${of} came to the same digest again.` });
  else
    toasts.say({
      text: `${of} repeated: ${differing.length} came to another digest. ${whyOther(differing, studio)}`,
    });
}

function whyOther([first]: readonly RunRow[], { simulation }: Studio): string {
  const last = [...simulation.runs.get().values()].at(-1)?.snapshot.get();
  return first?.engineId === last?.engineId
    ? 'The engine is the same, so a seed is missing or its file was changed.'
    : 'This studio has another engine than the one that made it.';
}
