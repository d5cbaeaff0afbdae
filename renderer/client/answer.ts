import type { Answer } from '../../main/api/studio-api.ts';

/** Whether something that came from outside has the shape of an answer. */
export function isAnswer(received: unknown): received is Answer<unknown> {
  if (typeof received !== 'object' || received === null || !('ok' in received)) return false;
  if (received.ok === true) return 'value' in received;
  return received.ok === false && 'problem' in received && isProblem(received.problem);
}

const isProblem = (received: unknown): boolean =>
  typeof received === 'object' &&
  received !== null &&
  'code' in received &&
  typeof received.code === 'string' &&
  'message' in received &&
  typeof received.message === 'string';
