import type { Plan } from '../../../services/experiments/plan.ts';
import { shardOfRun } from '../../../services/experiments/shards/cases-of-shard.ts';
import type { Joined } from '../../../services/experiments/shards/join-stores.ts';
import type { ShardRecord } from '../../../services/experiments/shards/shard-record.ts';

interface Lacking {
  readonly joined: Joined;
  readonly records: readonly ShardRecord[];
  readonly engineId: string;
  readonly plan: Plan;
  /** As a person says; otherwise what the records say. */
  readonly shards: number | undefined;
}

const mostTold = 20;

/** Which shards the missing runs belong to, as far as that is known, and what to do; a line each. */
export function shortfallOf({ joined, records, engineId, plan, shards }: Lacking): readonly string[] {
  const { missing, runs } = joined;
  const all = `${missing.length} of ${runs} runs are in none of these stores.`;
  const of = shards ?? usualCount(records);
  if (of === undefined)
    return [
      all,
      'No shard of this sweep has left a record there: are these the stores, and the same experiment, flags and seeds? With --shards it is told which are missing.',
    ];
  const byShard = new Map<number, number>();
  for (const { caseIndex, seedIndex } of missing) {
    const shard = shardOfRun(caseIndex, seedIndex, plan.seeds.length, of);
    byShard.set(shard, (byShard.get(shard) ?? 0) + 1);
  }
  const lacking = [...byShard].sort(([a], [b]) => a - b);
  const told = lacking.slice(0, mostTold).map(([index, count]) => {
    const has = Math.floor((runs - index) / of) + 1;
    const record = records.find((each) => each.of === of && each.index === index);
    return `Shard ${index}/${of}: ${count === has ? 'all' : count} of its ${has} runs are missing${becauseOf(record, engineId)}.`;
  });
  const more = lacking.length > mostTold ? [`… and ${lacking.length - mostTold} more shards.`] : [];
  const again = `Run them again (sweep --shard ${lacking[0]?.[0]}/${of} …): what they have done is kept. Or let \`sweep\` simulate the rest here.`;
  return [all, ...told, ...more, again];
}

function becauseOf(record: ShardRecord | undefined, engineId: string): string {
  if (record === undefined) return ', and it has left no record';
  const { state, host, failed } = record;
  if (record.engineId !== engineId)
    return `: on ${host} it ran with another engine, whose runs are others. Run it with this studio`;
  if (state === 'begun') return `: on ${host} it was begun, and is running still or was killed`;
  if (state === 'stopped') return `: on ${host} it was interrupted`;
  return failed > 0
    ? `: on ${host} ${failed} failed`
    : ', although it ended well: its store is not among these';
}

/** Into how many the sweep was cut, by most of the records. */
function usualCount(records: readonly ShardRecord[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { of } of records) counts.set(of, (counts.get(of) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
