import type { Frame } from '../../sim-core/contract/run.ts';

/** Shows how far a batch is. */
export interface Progress {
  frame(frame: Frame): void;
  /** A seed is over, finished or failed. */
  seedOver(seed: string): void;
  /** Takes itself off the screen. */
  end(): void;
}

const width = 30;
const leastBetweenMs = 100;

/** A bar on a terminal; nothing in a pipe, where it would be noise in a log. */
export function progressBar(seeds: number, stream: NodeJS.WriteStream = process.stderr): Progress {
  const none = () => {};
  if (!stream.isTTY) return { frame: none, seedOver: none, end: none };
  const shares = new Map<string, number>();
  const started = Date.now();
  let drawn = 0;
  let over = 0;
  const draw = (): void => {
    const now = Date.now();
    if (now - drawn < leastBetweenMs) return;
    drawn = now;
    const share = [...shares.values()].reduce((sum, each) => sum + each, 0) / seeds;
    const full = Math.round(share * width);
    const left = share > 0.02 ? `, ${spell(((now - started) * (1 - share)) / share)} left` : '';
    const bar = '█'.repeat(full) + '░'.repeat(width - full);
    stream.write(`\r\x1b[2K${bar} ${Math.floor(share * 100)} %, ${over} of ${seeds} seeds${left}`);
  };
  return {
    frame({ seed, done, ticks }) {
      shares.set(seed, done / ticks);
      draw();
    },
    seedOver(seed) {
      shares.set(seed, 1);
      over += 1;
      draw();
    },
    end: () => void stream.write('\r\x1b[2K'),
  };
}

/** Milliseconds in words: `40 s`, `3 min 20 s`. */
export function spell(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
