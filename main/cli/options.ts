import { InvalidArgumentError } from 'commander';

const mostWorkers = 256;

/** `--workers N` */
export function workerCount(written: string): number {
  const count = Number(written);
  if (/^\d+$/.test(written) && count >= 1 && count <= mostWorkers) return count;
  throw new InvalidArgumentError(`It must be a whole number from 1 to ${mostWorkers}.`);
}

/** `--port N` */
export function portNumber(written: string): number {
  const port = Number(written);
  if (/^\d+$/.test(written) && port <= 65_535) return port;
  throw new InvalidArgumentError('It must be a whole number from 0 (any free port) to 65535.');
}

/** A flag that may be given several times. */
export const gathered = (written: string, before: readonly string[]): readonly string[] => [
  ...before,
  written,
];

const mostRuns = 1_000_000;

/** `--runs N` */
export function runCount(written: string): number {
  const count = Number(written);
  if (/^\d+$/.test(written) && count >= 1 && count <= mostRuns) return count;
  throw new InvalidArgumentError(`It must be a whole number from 1 to ${mostRuns}.`);
}
