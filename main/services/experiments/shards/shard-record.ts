import path from 'node:path';
import { z } from 'zod';
import type { Engine } from '../../../../sim-core/contract/engine.ts';
import { canonicalJson, digestOf } from '../../../../sim-core/kernel/canonical.ts';
import type { Files } from '../../../ports/files.ts';
import { jsonIn } from '../../json-in.ts';
import type { Plan } from '../plan.ts';

/** What a shard leaves beside the runs: that it was begun, and how it ended. Which runs there are, only the runs themselves say. */
const recordSchema = z.object({
  format: z.literal('depin-studio/shard/1'),
  /** Of the sweep: `sweepDigest`. */
  sweep: z.string(),
  index: z.number().int().min(1),
  of: z.number().int().min(1),
  engineId: z.string(),
  host: z.string(),
  state: z.enum(['begun', 'done', 'stopped']),
  runs: z.number().int().min(0),
  finished: z.number().int().min(0),
  failed: z.number().int().min(0),
});
export type ShardRecord = z.infer<typeof recordSchema>;

/** What distinguishes one sweep from another, whatever engine does it: scenario, design and seeds. */
export const sweepDigest = (engine: Engine, { document, design, seeds }: Plan): string =>
  digestOf(canonicalJson({ spec: engine.specDigest(document.spec), design, seeds }));

const folderIn = (store: string): string => path.join(store, 'shards');

/** Keeps a record in the folder of a store. Throws `file.unwritable`. */
export async function keepShardRecord(
  files: Files,
  store: string,
  record: Omit<ShardRecord, 'format'>,
): Promise<void> {
  const { sweep, index, of } = record;
  const name = `${sweep.slice('sha256:'.length, 'sha256:'.length + 16)}-${index}-of-${of}.json`;
  await files.makeFolder(folderIn(store));
  const text = `${JSON.stringify({ format: 'depin-studio/shard/1', ...record }, null, 2)}\n`;
  await files.write(path.join(folderIn(store), name), text);
}

const largestRecord = 64 * 1024;

/** The records of a sweep's shards in these stores. */
export async function shardRecords(
  files: Files,
  stores: readonly string[],
  sweep: string,
): Promise<readonly ShardRecord[]> {
  const records: ShardRecord[] = [];
  for (const store of stores) {
    for (const name of await files.filesUnder(folderIn(store))) {
      const content = await files.read(path.join(folderIn(store), name), largestRecord);
      const read = recordSchema.safeParse(content.kind === 'bytes' ? jsonIn(content.bytes) : undefined);
      if (read.success && read.data.sweep === sweep) records.push(read.data);
    }
  }
  return records;
}
