import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Target } from './target.ts';

/** An input that something is wrong with, as small as it could be made. */
export interface Found {
  readonly target: string;
  readonly input: string;
  readonly why: string;
}

/** Longest that one input may take, in milliseconds of the processor: others may be at work on it too. */
const longestMs = 2000;

/** Told of each input before it is tried, so that one that never ends is known. */
export type Watch = (input: string) => void;

/** Tries one input; throws what is wrong with it. */
export async function tryOne(target: Target, input: string, watch: Watch = () => {}): Promise<void> {
  watch(input);
  const started = process.cpuUsage();
  await target.try(input);
  const { user, system } = process.cpuUsage(started);
  const took = (user + system) / 1000;
  if (took > longestMs) throw new Error(`it took ${Math.round(took)} ms of the processor`);
  if (Object.hasOwn(Object.prototype, 'polluted')) throw new Error('every object has a new property');
}

/** Tries so many inputs that follow from a seed; answers the first that fails, made small. */
export async function tryInputs(
  target: Target,
  seed: number,
  count: number,
  watch?: Watch,
): Promise<Found | undefined> {
  const property = fc.asyncProperty(target.inputs, (input) => tryOne(target, input, watch));
  const { failed, counterexample, errorInstance } = await fc.check(property, { seed, numRuns: count });
  if (!failed) return undefined;
  const why =
    errorInstance instanceof Error ? (errorInstance.stack ?? errorInstance.message) : String(errorInstance);
  return { target: target.name, input: counterexample?.[0] ?? '', why };
}

/** Name of the file that keeps an input in the corpus. */
export const corpusName = (input: string): string =>
  `${createHash('sha256').update(input).digest('hex').slice(0, 12)}.json`;
