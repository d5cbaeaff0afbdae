import { z } from 'zod';
import type { ScenarioSpec } from '../../../sim-core/contract/scenario.ts';
import { slots } from '../../../sim-core/contract/slot.ts';
import { parameterValue } from '../parameter-value.ts';
import { named, nothing, problem, type RoutesOf } from '../route.ts';
import type {
  CheckedScenario,
  ListedScenario,
  OpenedScenario,
  ParameterView,
  ScenarioCard,
  ScenarioCourse,
  ScenarioEdit,
  ScenariosApi,
  ScenarioText,
} from './scenarios-api.ts';

const slot = z.enum(slots);

export const scenarioSpec: z.ZodType<ScenarioSpec> = z.strictObject({
  id: z.string(),
  version: z.number(),
  startDay: z.number(),
  ticks: z.number(),
  model: z.string().exactOptional(),
  code: z
    .array(z.strictObject({ name: z.string(), id: z.string() }))
    .readonly()
    .exactOptional(),
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

const cardShape = {
  id: z.string(),
  place: z.enum(['shipped', 'project']),
  base: z.string().exactOptional(),
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
};

const scenarioCard: z.ZodType<ScenarioCard> = z.strictObject(cardShape);

const daysOfCourse = z.array(z.number().nullable()).min(2).max(1000).readonly();

/** Also the shape of the file that it is stored in, beside the digest of the spec that was run. */
export const scenarioCourse: z.ZodType<ScenarioCourse> = z.strictObject({
  metric: named,
  title: named,
  unit: named,
  seeds: z.number(),
  median: daysOfCourse,
  low: daysOfCourse,
  high: daysOfCourse,
});

const listedScenario: z.ZodType<ListedScenario> = z.strictObject({
  ...cardShape,
  variants: z
    .array(z.strictObject({ id: z.string(), title: z.string(), problem: problem.exactOptional() }))
    .readonly(),
  course: scenarioCourse.exactOptional(),
});

const openedScenario: z.ZodType<OpenedScenario> = z.strictObject({
  card: scenarioCard,
  text: z.string(),
  textDigest: z.string(),
  readme: z.string(),
  pictures: z.record(z.string(), z.string()),
  spec: scenarioSpec,
  parameters: z.array(parameterView).readonly(),
  warnings: z.array(problem).readonly(),
});

const checkedScenario: z.ZodType<CheckedScenario> = z.discriminatedUnion('ok', [
  z.strictObject({
    ok: z.literal(true),
    text: z.string(),
    card: scenarioCard,
    spec: scenarioSpec,
    parameters: z.array(parameterView).readonly(),
    warnings: z.array(problem).readonly(),
  }),
  z.strictObject({ ok: z.literal(false), text: z.string(), problems: z.array(problem).readonly() }),
]);

const scenarioText: z.ZodType<ScenarioText> = z.strictObject({
  text: z.string(),
  textDigest: z.string(),
  problems: z.array(problem).readonly(),
});

const edit: z.ZodType<ScenarioEdit> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('set'),
    path: named,
    written: z.string().max(10_000),
    because: z.string().max(2000).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('reset'), path: named }),
  z.strictObject({ kind: z.literal('swap'), mechanism: named, to: named }),
  z.strictObject({ kind: z.literal('add'), mechanism: named }),
  z.strictObject({ kind: z.literal('remove'), mechanism: named }),
]);

/** Above the limit of a scenario's file, which the reader itself tells. */
const text = z.string().max(4 * 1024 * 1024);

/** The name of a scenario's folder. */
const newId = z
  .string()
  .max(80)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'is small letters and digits, words joined by -');

export const scenarioRoutes: RoutesOf<ScenariosApi> = {
  'scenarios.list': { input: nothing, output: z.array(listedScenario).readonly() },
  'scenarios.open': { input: z.strictObject({ id: named }), output: openedScenario },
  'scenarios.text': { input: z.strictObject({ id: named }), output: scenarioText },
  'scenarios.check': { input: z.strictObject({ id: named, text }), output: checkedScenario },
  'scenarios.edit': {
    input: z.strictObject({ id: named, text, edits: z.array(edit).max(1000).readonly() }),
    output: checkedScenario,
  },
  'scenarios.save': {
    input: z.strictObject({
      id: newId,
      text,
      over: named.exactOptional(),
      base: named.exactOptional(),
      title: named.exactOptional(),
    }),
    output: openedScenario,
  },
};
