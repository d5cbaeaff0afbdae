import { z } from 'zod';
import type { BreakdownDescription } from '../../../sim-core/contract/breakdown.ts';
import type { MetricDescription } from '../../../sim-core/contract/metric.ts';
import type { SeedFailure, Verdict } from '../../../sim-core/contract/run.ts';
import { named, problem, type RoutesOf } from '../route.ts';
import { scenarioSpec } from '../scenarios/scenario-routes.ts';
import {
  type OpenedRun,
  type QueryAnswer,
  type RunExport,
  type RunPage,
  type RunRow,
  type RunsApi,
  type RunToKeep,
  runTableFormats,
  type SeedNumbers,
} from './runs-api.ts';

/** A run of the list by the name of its folder, which a file manager may have given it, as in `… (copy)`. */
const runName = z
  .string()
  .max(255)
  .regex(/^(?!\.{1,2}$)[^/\\\p{Cc}]+$/u, 'is the name of a folder');

/** The name of a new folder, with nothing that could lead to another, on any system. */
const folderName = z
  .string()
  .max(120)
  .regex(/^[A-Za-z0-9_][\w .+-]*$/, 'is letters, digits, spaces, . _ + and -')
  .refine((name) => !/[. ]$/.test(name), 'may not end in a dot or a space');

const someRuns = z.array(runName).min(1).max(100_000).readonly();
const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/, 'is sha256: and 64 hexadecimal digits');
const seed = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'is letters, digits, _ and -');
const numbers = z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/, 'is base64');
const texts = z.array(z.string()).readonly();

const seedNumbers: z.ZodType<SeedNumbers> = z.strictObject({
  seed,
  digest,
  columns: z.array(numbers).readonly(),
  breakdowns: z.array(numbers).readonly(),
});

const failure: z.ZodType<SeedFailure> = z.strictObject({ seed, problem });

const runToKeep: z.ZodType<RunToKeep> = z.strictObject({
  scenario: named,
  text: z.string().max(4 * 1024 * 1024),
  engineId: digest,
  specDigest: digest,
  seconds: z.number().nonnegative(),
  seeds: z.array(seedNumbers).max(10_000).readonly(),
  failures: z.array(failure).max(10_000).readonly(),
});

const runRow: z.ZodType<RunRow> = z.strictObject({
  run: z.string(),
  folder: z.string(),
  scenario: z.string(),
  title: z.string(),
  version: z.number(),
  overlays: texts,
  changed: z
    .array(
      z.strictObject({
        path: z.string(),
        from: z.string().exactOptional(),
        to: z.string().exactOptional(),
      }),
    )
    .readonly(),
  startDate: z.string(),
  days: z.number(),
  ends: z.record(z.string(), z.number()),
  verdicts: z
    .array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        probability: z.number(),
        low: z.number(),
        high: z.number(),
      }),
    )
    .readonly(),
  seeds: z.number(),
  failed: z.number(),
  damaged: z.number(),
  engineId: z.string(),
  specDigest: z.string(),
  digest: z.string(),
  when: z.string(),
  seconds: z.number().exactOptional(),
  note: z.string(),
  madeBy: z.enum(['studio', 'experiment', 'command']),
  problem: problem.exactOptional(),
});

const runPage: z.ZodType<RunPage> = z.strictObject({
  revision: z.string(),
  total: z.number(),
  unread: z.number(),
  rows: z.array(runRow).readonly(),
});

const described = {
  id: z.string(),
  title: z.string(),
  unit: z.string(),
  definition: z.string(),
  source: z.string(),
  gaps: z.string().exactOptional(),
};
const metric: z.ZodType<MetricDescription> = z.strictObject(described);
const breakdown: z.ZodType<BreakdownDescription> = z.strictObject({
  ...described,
  by: z.string(),
  groups: texts,
});
const verdict: z.ZodType<Verdict> = z.strictObject({
  id: z.string(),
  title: z.string(),
  rule: z.string(),
  source: z.string(),
  held: z.number(),
  of: z.number(),
  probability: z.number(),
  low: z.number(),
  high: z.number(),
});

const openedRun: z.ZodType<OpenedRun> = z.strictObject({
  row: runRow,
  command: z.string().exactOptional(),
  seeds: z.array(z.strictObject({ seed: z.string(), digest: z.string() })).readonly(),
  failures: z.array(failure).readonly(),
  metrics: z.array(metric).readonly(),
  breakdowns: z.array(breakdown).readonly(),
  verdicts: z.array(verdict).readonly(),
  parameters: z
    .array(z.strictObject({ path: z.string(), label: z.string(), shown: z.string(), origin: z.string() }))
    .readonly(),
  spec: scenarioSpec,
  text: z.string().exactOptional(),
});

const runExport: z.ZodType<RunExport> = z.strictObject({
  runs: someRuns,
  name: folderName,
  formats: z.array(z.enum(runTableFormats)).min(1).max(4).readonly(),
  layout: z.enum(['wide', 'tidy']),
  dictionary: z.boolean(),
});

const queryAnswer: z.ZodType<QueryAnswer> = z.strictObject({
  columns: texts,
  rows: z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])).readonly()).readonly(),
  more: z.boolean(),
  asked: z.number(),
  leftOut: z.number(),
  seconds: z.number(),
});

export const runRoutes: RoutesOf<RunsApi> = {
  'runs.keep': { input: runToKeep, output: z.strictObject({ run: z.string(), seeds: texts }) },
  'runs.list': { input: z.strictObject({ from: z.number().int().nonnegative() }), output: runPage },
  'runs.open': { input: z.strictObject({ run: runName }), output: openedRun },
  'runs.seed': { input: z.strictObject({ run: runName, seed }), output: seedNumbers },
  'runs.note': { input: z.strictObject({ run: runName, note: z.string().max(2000) }), output: runRow },
  'runs.remove': {
    input: z.strictObject({ runs: someRuns }),
    output: z.strictObject({ removed: z.number() }),
  },
  'runs.export': { input: runExport, output: z.strictObject({ folder: z.string(), files: texts }) },
  'runs.query': {
    input: z.strictObject({ sql: z.string().max(100_000), runs: someRuns.exactOptional() }),
    output: queryAnswer,
  },
};
