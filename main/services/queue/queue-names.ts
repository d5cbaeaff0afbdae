import { digestOf } from '../../../sim-core/kernel/canonical.ts';
import type { Task } from './queue-messages.ts';

/** Before every key that the studio writes in Redis. */
export const keyPrefix = 'depin-studio';

/** Who is there, with until when that is known (seconds by the clock of Redis). */
export const presenceKey = `${keyPrefix}:present`;

/** Each engine has a queue of its own, so no worker is ever given what its engine would not simulate alike. */
export const queueName = (engineId: string): string =>
  `runs-${engineId.slice('sha256:'.length, 'sha256:'.length + 16)}`;

/** The channel on which tasks in hand are withdrawn. */
export const withdrawalChannel = (engineId: string): string =>
  `${keyPrefix}:${queueName(engineId)}:withdrawn`;

/** The key of a task itself, which is gone when the task is over. */
export const taskKey = (engineId: string, id: string): string => `${keyPrefix}:${queueName(engineId)}:${id}`;

/** The same run has the same id, whoever asks for it: it stands in the queue once. */
export const taskId = ({ engineId, specDigest, seed }: Task): string =>
  `run-${digestOf(`${engineId} ${specDigest} ${seed}`).slice('sha256:'.length)}`;
