import type { CaseProgress } from '../../services/experiments/case.ts';
import { spell } from '../progress-bar.ts';
import { tell } from '../terminal.ts';

/** Shows how far many cases are. */
export interface CasesBar extends CaseProgress {
  /** Takes itself off the screen. */
  end(): void;
}

const width = 30;
const leastBetweenMs = 100;

/** A bar on a terminal over all seeds of all cases; nothing in a pipe. What the store holds costs no time, and promises none. */
export function casesBar(runs: number, stream: NodeJS.WriteStream = process.stderr): CasesBar {
  const clear = (): void => {
    if (stream.isTTY) stream.write('\r\x1b[2K');
  };
  const resumed = (_: number, seed: string, done: number): void => {
    clear();
    tell(`Seed ${seed} goes on from day ${done.toLocaleString('en')}, where it was cut off.`);
  };
  const damaged = (_: number, seed: string): void => {
    clear();
    tell(`What was kept of seed ${seed} is damaged: it is simulated again.`);
  };
  if (!stream.isTTY) return { resumed, damaged, end() {} };
  const inHand = new Map<string, number>();
  const started = Date.now();
  let over = 0;
  let stored = 0;
  let drawn = 0;
  const draw = (): void => {
    const now = Date.now();
    if (now - drawn < leastBetweenMs) return;
    drawn = now;
    const partly = [...inHand.values()].reduce((sum, each) => sum + each, 0);
    const share = (over + partly) / runs;
    const worked = over - stored + partly;
    const toWork = runs - stored;
    const left =
      worked / toWork > 0.02 ? `, ${spell(((now - started) * (toWork - worked)) / worked)} left` : '';
    const full = Math.round(share * width);
    const bar = '█'.repeat(full) + '░'.repeat(width - full);
    stream.write(`\r\x1b[2K${bar} ${Math.floor(share * 100)} %, ${over} of ${runs} runs${left}`);
  };
  return {
    frame(index, { seed, done, ticks }) {
      inHand.set(`${index} ${seed}`, done / ticks);
      draw();
    },
    seedOver(index, seed, end) {
      inHand.delete(`${index} ${seed}`);
      over += 1;
      if (end === 'stored') stored += 1;
      draw();
    },
    resumed,
    damaged,
    end: clear,
  };
}
