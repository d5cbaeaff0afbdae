import { z } from 'zod';
import type { Problem } from '../../sim-core/contract/errors.ts';
import type { Distribution, ParameterValue } from '../../sim-core/contract/parameter.ts';
import type { ScenarioSpec } from '../../sim-core/contract/scenario.ts';
import { slots } from '../../sim-core/contract/slot.ts';
import type { OpenedScenario, ParameterView, ScenarioCard } from './studio-api.ts';

const numbers = z.array(z.number()).readonly();
const slot = z.enum(slots);

const problem: z.ZodType<Problem> = z.strictObject({
  code: z.string(),
  message: z.string(),
  hint: z.string().exactOptional(),
  where: z.string().exactOptional(),
});

const distribution: z.ZodType<Distribution> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), value: z.number() }),
  z.strictObject({ kind: z.literal('uniform'), min: z.number(), max: z.number() }),
  z.strictObject({ kind: z.literal('triangular'), min: z.number(), mode: z.number(), max: z.number() }),
  z.strictObject({ kind: z.literal('normal'), mean: z.number(), sd: z.number() }),
  z.strictObject({ kind: z.literal('lognormal'), median: z.number(), sigma: z.number() }),
  z.strictObject({ kind: z.literal('empirical'), values: numbers }),
]);

const series = z.strictObject({ days: numbers, values: numbers });
const table = z.record(z.string(), z.union([numbers, z.array(z.string()).readonly()]));

const parameterValue: z.ZodType<ParameterValue> = z.union([
  z.number(),
  z.string(),
  distribution,
  series,
  table,
]);

const spec: z.ZodType<ScenarioSpec> = z.strictObject({
  id: z.string(),
  version: z.number(),
  startDay: z.number(),
  ticks: z.number(),
  mechanisms: z
    .array(
      z.strictObject({
        id: z.string(),
        version: z.number(),
        slot,
        parameters: z.record(z.string(), parameterValue),
      }),
    )
    .readonly(),
});

const parameterView: z.ZodType<ParameterView> = z.strictObject({
  path: z.string(),
  label: z.string(),
  unit: z.string(),
  why: z.string(),
  value: parameterValue,
  shown: z.string(),
  origin: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('source'), title: z.string(), url: z.string().exactOptional() }),
    z.strictObject({ kind: z.literal('assumption'), because: z.string() }),
  ]),
});

/** What `scenarios.list` tells of each. */
export const scenarioCard: z.ZodType<ScenarioCard> = z.strictObject({
  id: z.string(),
  version: z.number(),
  title: z.string(),
  question: z.string(),
  network: z.string(),
  calibratedTo: z.string().exactOptional(),
  startDate: z.string(),
  days: z.number(),
  providers: z.strictObject({ rows: z.number(), weight: z.number() }),
  mechanisms: z.array(z.strictObject({ id: z.string(), slot, title: z.string() })).readonly(),
  problem: problem.exactOptional(),
});

/** What `scenarios.open` answers. */
export const openedScenario: z.ZodType<OpenedScenario> = z.strictObject({
  card: scenarioCard,
  text: z.string(),
  readme: z.string(),
  pictures: z.record(z.string(), z.string()),
  spec,
  parameters: z.array(parameterView).readonly(),
  warnings: z.array(problem).readonly(),
});
