import { StudioError } from '../../../../sim-core/contract/errors.ts';

/** One of several parts of a sweep that different machines do: `index` of `of`, from 1. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

const mostShards = 100_000;

/** How a shard is written. */
export const shardText = ({ index, of }: Shard): string => `${index}/${of}`;

/**
 * Reads `3/16`, or `auto/16`: which one this is, a SLURM array or an indexed Kubernetes job says in the environment. `auto` alone is
 * enough where SLURM also says how many there are. Throws `shard.syntax`, `shard.unknown`.
 */
export function shardOf(written: string, environment: Readonly<Record<string, string | undefined>>): Shard {
  const [first = '', second, ...rest] = written.split('/');
  if (rest.length > 0) throw refused(`"${written.slice(0, 40)}" has more than one /.`);
  const auto = first === 'auto';
  const count = second ?? (auto ? environment.SLURM_ARRAY_TASK_COUNT : undefined);
  if (count === undefined) throw refused(auto ? 'Nothing says how many shards there are.' : 'It has no /.');
  const { SLURM_ARRAY_TASK_MIN: least, SLURM_ARRAY_TASK_MAX: most } = environment;
  if (
    auto &&
    second === undefined &&
    least !== undefined &&
    Number(most) - Number(least) + 1 !== Number(count)
  )
    throw refused('The ids of the array have gaps: say of how many, such as auto/16.');
  const of = wholeNumber(count);
  if (of < 1 || of > mostShards) throw refused(`There are 1 to ${mostShards} shards.`);
  const index = auto ? indexFrom(environment, of) : wholeNumber(first);
  if (index < 1 || index > of) throw refused(`Shards count from 1 to ${of}; this would be ${index}.`);
  return { index, of };
}

/** Kubernetes counts from 0. A SLURM array counts as its script says: ids that follow each other fall on different shards either way. */
function indexFrom(environment: Readonly<Record<string, string | undefined>>, of: number): number {
  const { JOB_COMPLETION_INDEX: ofJob, SLURM_ARRAY_TASK_ID: ofArray } = environment;
  if (ofJob !== undefined) return wholeNumber(ofJob) + 1;
  if (ofArray !== undefined) return wholeNumber(ofArray) % of || of;
  throw new StudioError({
    code: 'shard.unknown',
    message: 'Nothing in the environment says which shard this is.',
    hint: 'A SLURM array sets SLURM_ARRAY_TASK_ID, an indexed Kubernetes job JOB_COMPLETION_INDEX. Elsewhere write it, such as --shard 3/16.',
    where: '--shard',
  });
}

function wholeNumber(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw refused(`"${text.slice(0, 40)}" is no whole number.`);
}

const refused = (because: string): StudioError =>
  new StudioError({
    code: 'shard.syntax',
    message: `The shard cannot be read. ${because}`,
    hint: 'Write which one of how many, such as --shard 3/16, or --shard auto/16 in a SLURM array or an indexed Kubernetes job.',
    where: '--shard',
  });
