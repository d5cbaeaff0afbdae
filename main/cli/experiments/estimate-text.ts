import type { Estimate } from '../../services/experiments/estimate.ts';

/** The estimate in a sentence or two. */
export function estimateText({ cases, runs, stored, durationMs, bytes }: Estimate, workers: number): string {
  const seeds = cases === 0 ? 0 : runs / cases;
  const asked = `${counted(cases, 'case')} x ${counted(seeds, 'seed')} = ${counted(runs, 'run')}`;
  if (stored === runs) return `${asked}, all of them in the store.`;
  const rest = stored === 0 ? '' : `; ${stored} are in the store, ${runs - stored} to simulate`;
  const disk = bytes === 0 ? '' : `, ${size(bytes)} on the disk`;
  return `${asked}${rest}: about ${spelled(durationMs)} on ${counted(workers, 'worker')}${disk}.`;
}

/** The estimate of a search, which ends where its budget does and whose points nobody knows beforehand. */
export function searchText({ runs, durationMs, bytes }: Estimate, workers: number): string {
  const disk = bytes === 0 ? '' : `, ${size(bytes)} on the disk`;
  const stored = bytes === 0 ? '' : '; what the store holds costs nothing';
  return `At most ${counted(runs, 'run')}: about ${spelled(durationMs)} on ${counted(workers, 'worker')}${disk}${stored}.`;
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

/** A duration as one says it when it is not certain: `40 s`, `3 min`, `5 h`, `2 days`. */
export function spelled(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  if (seconds < 90) return `${seconds} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  if (seconds < 48 * 3600) return `${Math.round(seconds / 3600)} h`;
  return `${Math.round(seconds / 86_400)} days`;
}

const size = (bytes: number): string =>
  bytes < 1e9 ? `${Math.max(1, Math.round(bytes / 1e6))} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
