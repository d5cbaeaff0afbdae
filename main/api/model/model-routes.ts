import { z } from 'zod';
import type { Parameter } from '../../../sim-core/contract/parameter.ts';
import { slots } from '../../../sim-core/contract/slot.ts';
import type { Source } from '../../../sim-core/contract/source.ts';
import { distribution, series, table } from '../parameter-value.ts';
import { nothing, type RoutesOf } from '../route.ts';
import type { MechanismView, ModelApi, OutputsView } from './model-api.ts';

const source: z.ZodType<Source> = z.strictObject({
  title: z.string(),
  url: z.string().exactOptional(),
  licence: z.string().exactOptional(),
});

const described = {
  label: z.string(),
  unit: z.string(),
  why: z.string(),
  source: source.exactOptional(),
};
const bounded = { min: z.number(), max: z.number() };

const parameter: z.ZodType<Parameter> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('number'),
    ...described,
    ...bounded,
    default: z.number(),
    step: z.number(),
    integer: z.boolean().exactOptional(),
  }),
  z.strictObject({ kind: z.literal('date'), ...described, default: z.number() }),
  z.strictObject({
    kind: z.literal('choice'),
    ...described,
    options: z.array(z.string()).readonly(),
    default: z.string(),
  }),
  z.strictObject({ kind: z.literal('distribution'), ...described, ...bounded, default: distribution }),
  z.strictObject({ kind: z.literal('series'), ...described, ...bounded, default: series.exactOptional() }),
  z.strictObject({
    kind: z.literal('table'),
    ...described,
    columns: z.record(
      z.string(),
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('text'), label: z.string() }),
        z.strictObject({ kind: z.literal('number'), label: z.string(), unit: z.string(), ...bounded }),
      ]),
    ),
    default: table.exactOptional(),
  }),
]);

const names = z.array(z.string()).readonly();

const mechanism: z.ZodType<MechanismView> = z.strictObject({
  id: z.string(),
  version: z.number(),
  slot: z.enum(slots),
  title: z.string(),
  summary: z.string(),
  sources: z.array(source).readonly(),
  parameters: z.record(z.string(), parameter),
  needs: names,
  reads: names,
  writes: names,
  invariants: names,
  own: z.boolean(),
});

const output = {
  id: z.string(),
  title: z.string(),
  unit: z.string(),
  definition: z.string(),
  source: z.string(),
};

const outputs: z.ZodType<OutputsView> = z.strictObject({
  metrics: z
    .array(z.strictObject({ ...output, gaps: z.string().exactOptional(), needs: names, reads: names }))
    .readonly(),
  breakdowns: z.array(z.strictObject(output)).readonly(),
  verdicts: z
    .array(z.strictObject({ id: z.string(), title: z.string(), rule: z.string(), source: z.string() }))
    .readonly(),
});

export const modelRoutes: RoutesOf<ModelApi> = {
  'model.mechanisms': { input: nothing, output: z.array(mechanism).readonly() },
  'model.outputs': { input: nothing, output: outputs },
  'model.schema': { input: nothing, output: z.record(z.string(), z.unknown()) },
};
