/** A part of the stand-in that is asked by itself: each fails by itself too. */
export type Door = 'sequencer' | 'hub' | 'relayer' | 'rpc';

/**
 * What may go wrong on the way. `page` answers with HTML as a proxy in trouble does; `slow` answers after `ms`;
 * `drop-request` cuts the line before anything was read; `drop-reply` carries the request out and cuts it then;
 * `rate-limit` and `maintenance` answer as the server does in those states; `garbage` says 200 and no JSON.
 */
export type Fault =
  | { readonly kind: 'page'; readonly status: number }
  | { readonly kind: 'slow'; readonly ms: number }
  | { readonly kind: 'drop-request' | 'drop-reply' | 'rate-limit' | 'maintenance' | 'garbage' };

/** Faults to come, door by door, each used up by one request. */
export interface Faults {
  add(door: Door, fault: Fault, times?: number): void;
  next(door: Door): Fault | undefined;
}

export function createFaults(): Faults {
  const waiting = new Map<Door, Fault[]>();
  return {
    add(door, fault, times = 1) {
      waiting.set(door, [...(waiting.get(door) ?? []), ...Array.from({ length: times }, () => fault)]);
    },
    next: (door) => waiting.get(door)?.shift(),
  };
}
