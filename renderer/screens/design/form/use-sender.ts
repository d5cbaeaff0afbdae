import { useCallback, useRef, useState } from 'react';
import type { Problem } from '../../../../sim-core/contract/errors.ts';

/** A value on its way into the draft. */
export interface Sender<Value> {
  /** What was sent last and is not in the draft yet. */
  readonly pending: Value | undefined;
  /** Why the last one was refused. */
  readonly problem: Problem | undefined;
  /** Sends a value; of those that come while one is under way, only the last is sent. */
  send(value: Value): void;
  forget(): void;
}

/** Sends edits one after another, so that a key that is held down does not pile them up. */
export function useSender<Value>(deliver: (value: Value) => Promise<Problem | undefined>): Sender<Value> {
  const [pending, setPending] = useState<Value>();
  const [problem, setProblem] = useState<Problem>();
  const queue = useRef<{ busy: boolean; next: Value[] }>({ busy: false, next: [] });
  const latest = useRef(deliver);
  latest.current = deliver;
  const send = useCallback((value: Value) => {
    const { current } = queue;
    setPending(() => value);
    setProblem(undefined);
    current.next = [value];
    if (current.busy) return;
    current.busy = true;
    const work = async () => {
      let refused: Problem | undefined;
      for (let [wanted] = current.next.splice(0); wanted !== undefined; [wanted] = current.next.splice(0)) {
        refused = await latest.current(wanted);
      }
      current.busy = false;
      setPending(undefined);
      setProblem(refused);
    };
    void work();
  }, []);
  return { pending, problem, send, forget: useCallback(() => setProblem(undefined), []) };
}
