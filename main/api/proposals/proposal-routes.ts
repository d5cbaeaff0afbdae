import { z } from 'zod';
import { named, nothing, problem, type RoutesOf } from '../route.ts';
import { evidenceAsked } from './evidence-asked.ts';
import { outcomeAsked, outcomeView } from './outcome-schema.ts';
import type {
  ForkView,
  GivenScenario,
  KeptProposal,
  NeededModule,
  ProposalsApi,
  ProposalTask,
  TaskNamed,
  VerifiedLine,
} from './proposals-api.ts';

/** Far above what any venue takes: a draft with all its tables has some ten thousand characters. */
const longest = 1024 * 1024;
const text = z.string().max(longest);

const taskNamed: z.ZodType<TaskNamed> = z.strictObject({ task: named });
const given: z.ZodType<GivenScenario> = z.strictObject({
  scenario: named,
  text: text.exactOptional(),
});

const line: z.ZodType<VerifiedLine> = z.strictObject({
  number: z.int(),
  text: z.string(),
  standing: z.enum(['holds', 'differs', 'cannot-run', 'not-reached']),
  here: z.string().exactOptional(),
  why: z.string().exactOptional(),
});

const texts = z.array(z.string()).readonly();

const forkView: z.ZodType<ForkView> = z.strictObject({
  differences: z
    .array(
      z.strictObject({
        ...{ path: z.string(), label: z.string(), theirs: z.string(), here: z.string() },
        as: z.enum(['proposed', 'assumed']),
      }),
    )
    .readonly(),
  outcomes: z
    .array(
      z.strictObject({
        ...{ what: z.string(), unit: z.string().exactOptional() },
        ...{ numbers: texts, theirs: texts, here: texts },
        reproduced: z.boolean(),
      }),
    )
    .readonly(),
  sentences: texts,
  reply: z.string(),
});

const needed: z.ZodType<NeededModule> = z.strictObject({
  kind: z.enum(['module', 'engine']),
  name: z.string(),
  id: z.string(),
  text: z.string(),
});

const task: z.ZodType<ProposalTask> = z.strictObject({
  task: z.string(),
  kind: z.enum(['compose', 'verify', 'fork', 'outcome']),
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  doing: z.string(),
  runs: z.number(),
  of: z.number(),
  leftMs: z.number().exactOptional(),
  problem: problem.exactOptional(),
  text: z.string().exactOptional(),
  verification: z
    .strictObject({
      outcome: z.enum(['reproduced', 'differs', 'cannot-run']).exactOptional(),
      lines: z.array(line).readonly(),
      needs: z.array(needed).readonly(),
    })
    .exactOptional(),
  fork: forkView.exactOptional(),
  outcome: outcomeView.exactOptional(),
});

const kept: z.ZodType<KeptProposal> = z.strictObject({
  id: z.string(),
  text: z.string(),
  digest: z.string(),
});

/** Name of a file that every system takes. */
const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/);

export const proposalRoutes: RoutesOf<ProposalsApi> = {
  'proposals.compose': {
    input: z.strictObject({
      base: given,
      proposal: given,
      seeds: z.int().min(1).max(10_000),
      budget: z.int().min(0).max(1_000_000),
    }),
    output: task,
  },
  'proposals.verify': {
    input: z.strictObject(evidenceAsked),
    output: task,
  },
  'proposals.fork': {
    input: z.strictObject({
      ...evidenceAsked,
      from: z.string().max(4096).exactOptional(),
      set: z
        .array(z.strictObject({ path: named, written: z.string().min(1).max(2000) }))
        .min(1)
        .max(50)
        .readonly(),
    }),
    output: task,
  },
  'proposals.outcome': { input: outcomeAsked, output: task },
  'proposals.fetch': {
    input: z.strictObject({ link: z.string().max(2048) }),
    output: z.strictObject({ text: z.string(), from: z.string() }),
  },
  'proposals.task': { input: taskNamed, output: task },
  'proposals.finish': { input: taskNamed, output: task },
  'proposals.cancel': { input: taskNamed, output: task },
  'proposals.shorten': {
    input: z.strictObject({ id, text, most: z.int().min(100).max(1_000_000) }),
    output: z.strictObject({ kept, moved: texts, annex: z.string(), cid: z.string(), length: z.int() }),
  },
  'proposals.handOn': {
    input: z.strictObject({ id, text }),
    output: z.strictObject({
      files: z.array(z.strictObject({ name: z.string(), text: z.string() })).readonly(),
    }),
  },
  'proposals.list': {
    input: nothing,
    output: z.array(z.strictObject({ id: z.string(), title: z.string() })).readonly(),
  },
  'proposals.open': { input: z.strictObject({ id }), output: kept },
  'proposals.save': {
    input: z.strictObject({ id, text, over: z.string().max(80).exactOptional() }),
    output: kept,
  },
};
