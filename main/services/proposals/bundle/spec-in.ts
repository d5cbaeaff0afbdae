import { z } from 'zod';
import type { ScenarioSpec } from '../../../../sim-core/contract/scenario.ts';
import { canonicalJson, digestOf } from '../../../../sim-core/kernel/canonical.ts';
import { refusedBundle } from './refused-bundle.ts';

/** The shape alone: what the values are is the engine's to judge, which runs them where nothing else is. */
const shape = z.looseObject({
  id: z.string().max(200),
  version: z.int(),
  startDay: z.int(),
  ticks: z.int(),
  mechanisms: z
    .array(
      z.strictObject({
        id: z.string().max(200),
        version: z.int(),
        slot: z.string().max(40),
        parameters: z.record(z.string(), z.unknown()),
      }),
    )
    .max(200),
});

/** A spec in a bundle. Throws `bundle.refused` where it is none, or another than its digest says. */
export function specIn(text: string, what: string, digest: string): ScenarioSpec {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw refusedBundle(`the spec of the ${what} is no JSON`);
  }
  if (!isSpec(parsed)) throw refusedBundle(`the spec of the ${what} is not that of a scenario`);
  if (canonicalText(parsed) !== text)
    throw refusedBundle(`the spec of the ${what} is spelled otherwise than specs are`);
  if (digestOf(text) !== digest) throw refusedBundle(`the ${what} is not what its hash says`);
  return parsed;
}

const isSpec = (value: unknown): value is ScenarioSpec => shape.safeParse(value).success;

/** Undefined of what is nested too deep to be a spec. */
function canonicalText(spec: ScenarioSpec): string | undefined {
  try {
    return canonicalJson(spec);
  } catch {
    return undefined;
  }
}
