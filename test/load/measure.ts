import { readFileSync } from 'node:fs';
import type { Figure } from './subject.ts';

/** Linux counts processor time in hundredths of a second. */
const ticksASecond = 100;

/** Seconds of the processor that a process has had so far; undefined where the system does not say. */
function processorSeconds(pid: number | undefined): number | undefined {
  try {
    // What stands behind the name, which may hold anything: fields 14 and 15 are those of user and system.
    const [, behind = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(/\) (?=\S )/);
    const fields = behind.split(' ');
    return (Number(fields[11]) + Number(fields[12])) / ticksASecond;
  } catch {
    return undefined;
  }
}

/** The most memory that a process ever held; nothing where the system does not say. */
export function memoryOf(what: string, pid: number | undefined): readonly Figure[] {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? [] : [{ what, value: Number(kilobytes) / 1024, unit: 'MB' }];
  } catch {
    return [];
  }
}

/** How long something takes, and what it asks of a process. */
export async function timed(
  what: string,
  pid: number | undefined,
  act: () => Promise<unknown>,
): Promise<Figure> {
  const [from, before] = [performance.now(), processorSeconds(pid)];
  await act();
  const [value, after] = [(performance.now() - from) / 1000, processorSeconds(pid)];
  const work = before === undefined || after === undefined ? undefined : after - before;
  return { what, value, unit: 's', ...(work === undefined ? {} : { work }) };
}

/** The same carried out several times: the one in the middle. */
export async function timedOften(
  what: string,
  pid: number | undefined,
  act: () => Promise<unknown>,
): Promise<Figure> {
  const figures: Figure[] = [];
  for (let time = 0; time < 5; time += 1) figures.push(await timed(what, pid, act));
  const [, , middle] = figures.sort((one, other) => one.value - other.value);
  if (middle === undefined) throw new Error('nothing was measured');
  return middle;
}

/** Two figures as one that goes from the start of the first to the end of the second. */
export const together = (first: Figure, second: Figure): Figure => ({
  ...second,
  value: first.value + second.value,
  ...(first.work === undefined || second.work === undefined ? {} : { work: first.work + second.work }),
});
