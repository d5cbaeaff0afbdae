import type { Stream } from '../../contract/random.ts';
import { floor } from '../../kernel/math.ts';

/** 0 .. count-1 in a random order, every order equally likely (R. Durstenfeld 1964); `luck` has been turned. */
export function shuffled(count: number, luck: Pick<Stream, 'uniform'>): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  for (let last = count - 1; last > 0; last--) {
    const chosen = floor(luck.uniform(last) * (last + 1));
    const moved = order[chosen];
    order[chosen] = order[last];
    order[last] = moved;
  }
  return order;
}
