import { type QueueAddress, queueAddress } from '../../services/queue/queue-address.ts';

/** The password of a queue may stand here rather than in a command line, which others can read. */
const passwordVariable = 'DEPIN_STUDIO_QUEUE_PASSWORD';

/** `--queue <url>` in the words of the help. */
export const queueHelp = `of Redis or Valkey, such as redis://host:6379 (a password also from ${passwordVariable})`;

/** The address that `--queue` names. Throws `queue.url`. */
export const queueAt = (written: string): QueueAddress =>
  queueAddress(written, process.env[passwordVariable]);
