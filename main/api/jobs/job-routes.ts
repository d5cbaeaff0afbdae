import { z } from 'zod';
import { sensitivityMethods } from '../../../sim-core/contract/sensitivity-method.ts';
import { named, nothing, problem, type RoutesOf } from '../route.ts';
import {
  type ExperimentAsked,
  type FactorAsked,
  type JobAsked,
  jobKinds,
  type RecordGiven,
} from './experiment-asked.ts';
import type { JobResult } from './job-result.ts';
import type {
  JobChoices,
  JobDetail,
  JobEstimate,
  JobsApi,
  JobView,
  ParameterChoice,
  RecordRead,
} from './jobs-api.ts';

const sentence = z.string().min(1).max(2000);
/** Above the limit of a scenario's file, which the reader itself tells. */
const text = z.string().max(4 * 1024 * 1024);

const factor: z.ZodType<FactorAsked> = z.union([
  z.strictObject({ values: z.array(z.string().max(10_000)).max(10_000).readonly() }),
  z.strictObject({
    min: z.number(),
    max: z.number(),
    scale: z.enum(['linear', 'log']).exactOptional(),
    steps: z.number().exactOptional(),
    unit: z.string().max(100).exactOptional(),
  }),
]);
const factors = z.record(named, factor);
const budget = z.number();

/** Shapes alone: what the words in it say is read, and refused with its place, as in any experiment file. */
const experiment: z.ZodType<ExperimentAsked> = z.strictObject({
  title: named,
  question: sentence,
  seeds: z.string().max(2000),
  measure: z.array(sentence).max(50).readonly().exactOptional(),
  design: z
    .strictObject({
      kind: z.enum(['factorial', 'latin-hypercube', 'sobol', 'one-at-a-time']),
      runs: z.number().exactOptional(),
      parameters: factors,
    })
    .exactOptional(),
  sensitivity: z
    .strictObject({
      factors: z.union([z.literal('all'), z.literal('all-unsourced'), factors]),
      budget,
      method: z.enum(sensitivityMethods).exactOptional(),
    })
    .exactOptional(),
  goals: z.array(z.string().max(2000)).max(50).readonly().exactOptional(),
  fit: z
    .strictObject({
      columns: z.record(named, named),
      factors,
      holdOut: named.exactOptional(),
      dateColumn: named.exactOptional(),
      dates: named.exactOptional(),
      decimal: named.exactOptional(),
      budget,
    })
    .exactOptional(),
  flip: z
    .strictObject({ verdict: z.string().max(200), factors: factors.exactOptional(), budget })
    .exactOptional(),
});

/** A record is read whole: a million short rows. */
const record: z.ZodType<RecordGiven> = z.strictObject({
  name: named,
  text: z.string().max(32 * 1024 * 1024),
});

const asked: z.ZodType<JobAsked> = z.strictObject({
  kind: z.enum(jobKinds),
  scenario: named,
  text,
  experiment,
  budget: budget.exactOptional(),
  record: record.exactOptional(),
});

const view: z.ZodType<JobView> = z.strictObject({
  id: z.string(),
  kind: z.enum(jobKinds),
  title: z.string(),
  scenario: z.string(),
  state: z.enum(['queued', 'running', 'paused', 'done', 'failed', 'cancelled']),
  startedAt: z.number(),
  progress: z.strictObject({
    runs: z.number(),
    of: z.number(),
    stored: z.number(),
    leftMs: z.number().exactOptional(),
  }),
  results: z.number(),
  problem: problem.exactOptional(),
  command: z.string(),
});

/** Results are made by services from types that the compiler holds against these: here only their kind is looked at. */
const result = z.custom<JobResult>(
  (value) => typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string',
);

const detail: z.ZodType<JobDetail> = z.strictObject({
  job: view,
  text: z.string(),
  asked: z.strictObject({
    kind: z.enum(jobKinds),
    scenario: z.string(),
    experiment,
    budget: budget.exactOptional(),
    recordName: z.string().exactOptional(),
  }),
  result: result.exactOptional(),
});

const estimate: z.ZodType<JobEstimate> = z.discriminatedUnion('ok', [
  z.strictObject({
    ok: z.literal(true),
    cases: z.number(),
    runs: z.number(),
    stored: z.number(),
    durationMs: z.number(),
    bytes: z.number(),
    workers: z.number(),
    atMost: z.boolean(),
    because: z.string(),
    notes: z.array(z.string()).readonly(),
  }),
  z.strictObject({
    ok: z.literal(false),
    problems: z
      .array(
        z.strictObject({
          code: z.string(),
          message: z.string(),
          hint: z.string().exactOptional(),
          where: z.string().exactOptional(),
          field: z.array(z.string()).readonly(),
        }),
      )
      .readonly(),
  }),
]);

const described = { path: z.string(), label: z.string(), mechanism: z.string() };

const parameter: z.ZodType<ParameterChoice> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('number'),
    ...described,
    unit: z.string(),
    value: z.number(),
    min: z.number().exactOptional(),
    max: z.number().exactOptional(),
    integer: z.boolean(),
    usual: z
      .strictObject({ min: z.number(), max: z.number(), scale: z.enum(['linear', 'log']) })
      .exactOptional(),
    unsourced: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('option'),
    ...described,
    value: z.string(),
    options: z.array(z.string()).readonly(),
  }),
]);

const choices: z.ZodType<JobChoices> = z.strictObject({
  parameters: z.array(parameter).readonly(),
  metrics: z.array(z.strictObject({ id: z.string(), title: z.string(), unit: z.string() })).readonly(),
  verdicts: z.array(z.strictObject({ id: z.string(), title: z.string(), rule: z.string() })).readonly(),
  days: z.number(),
  startDate: z.string(),
});

const recordRead: z.ZodType<RecordRead> = z.strictObject({
  columns: z
    .array(z.strictObject({ name: z.string(), is: z.string(), sample: z.array(z.string()).readonly() }))
    .readonly(),
  rows: z.number(),
  first: z.string().exactOptional(),
  last: z.string().exactOptional(),
  notes: z.array(z.string()).readonly(),
  problems: z.array(problem).readonly(),
});

const one = z.strictObject({
  id: z
    .string()
    .max(80)
    .regex(/^[a-z0-9-]+$/),
});

export const jobRoutes: RoutesOf<JobsApi> = {
  'jobs.choices': { input: z.strictObject({ scenario: named, text }), output: choices },
  'jobs.estimate': { input: asked, output: estimate },
  'jobs.start': { input: asked, output: view },
  'jobs.list': { input: nothing, output: z.array(view).readonly() },
  'jobs.get': { input: one, output: detail },
  'jobs.pause': { input: one, output: view },
  'jobs.resume': { input: one, output: view },
  'jobs.cancel': { input: one, output: view },
  'jobs.remove': { input: one, output: z.record(z.string(), z.never()) },
  'data.read': {
    input: z.strictObject({
      scenario: named,
      text,
      record,
      columns: z.record(named, z.string().max(200)).exactOptional(),
      dateColumn: named.exactOptional(),
      dates: named.exactOptional(),
      decimal: named.exactOptional(),
    }),
    output: recordRead,
  },
};
