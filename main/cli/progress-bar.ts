import type { CaseProgress } from '../services/experiments/case.ts';
import { countRuns } from '../services/experiments/count-runs.ts';
import { tell } from './terminal.ts';

/** Shows how far seeds are, of one case or of many. */
export interface ProgressBar extends CaseProgress {
  /** Takes itself off the screen. */
  end(): void;
}

const width = 30;
const leastBetweenMs = 100;

/** A bar over `of` seeds, which are called `what`; in a pipe, where it would be noise in a log, only what a person has to know. */
export function progressBar(
  of: number,
  what: 'runs' | 'seeds',
  stream: NodeJS.WriteStream = process.stderr,
): ProgressBar {
  const clear = (): void => {
    if (stream.isTTY) stream.write('\r\x1b[2K');
  };
  const told: ProgressBar = {
    resumed(_, seed, done) {
      clear();
      tell(`Seed ${seed} goes on from day ${done.toLocaleString('en')}, where it was cut off.`);
    },
    damaged(_, seed) {
      clear();
      tell(`What was kept of seed ${seed} is damaged: it is simulated again.`);
    },
    end: clear,
  };
  if (!stream.isTTY) return told;
  const counted = countRuns(of);
  let drawn = Number.NEGATIVE_INFINITY;
  const draw = (): void => {
    const now = performance.now();
    if (now - drawn < leastBetweenMs) return;
    drawn = now;
    const share = counted.share();
    const { runs, leftMs } = counted.now();
    const full = Math.round(share * width);
    const bar = '█'.repeat(full) + '░'.repeat(width - full);
    const left = leftMs === undefined ? '' : `, ${spell(leftMs)} left`;
    stream.write(`\r\x1b[2K${bar} ${Math.floor(share * 100)} %, ${runs} of ${of} ${what}${left}`);
  };
  return {
    ...told,
    frame(...news) {
      counted.frame?.(...news);
      draw();
    },
    seedOver(...news) {
      counted.seedOver?.(...news);
      draw();
    },
  };
}

/** Milliseconds in words: `40 s`, `3 min 20 s`. */
export function spell(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
