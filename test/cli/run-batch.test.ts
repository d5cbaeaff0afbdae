import { expect, it } from 'vitest';
import { runBatch } from '../../main/cli/run-batch.ts';
import { installationIn } from '../../main/services/installation.ts';
import { root } from '../../scripts/root.mjs';
import { smallDocument } from '../small-scenario.ts';

const installation = installationIn(root);
const { spec } = smallDocument();
const quiet = { frame() {}, seedOver() {}, end() {} };

it('a cancelled batch keeps the seeds that finished, with the digest they have by themselves', async () => {
  const seeds = Array.from({ length: 200 }, (_, index) => `${index}`);
  const interrupted = new AbortController();
  const progress = { ...quiet, seedOver: (_: number, seed: string) => seed === '1' && interrupted.abort() };
  const { batch, cancelled } = await runBatch(installation, { spec }, seeds, 1, {
    progress,
    signal: interrupted.signal,
  });
  expect(cancelled).toBe(true);
  const finished = batch.seeds.map(({ seed }) => seed);
  expect(finished.slice(0, 2)).toEqual(['0', '1']);
  expect(finished.length).toBeLessThan(200);
  const never = new AbortController().signal;
  const alone = await runBatch(installation, { spec }, finished, 2, { progress: quiet, signal: never });
  expect(batch.digest).toBe(alone.batch.digest);
});
