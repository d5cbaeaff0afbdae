import { z } from 'zod';
import type { ProposalDraft } from './draft.ts';
import type { Finding } from './finding.ts';
import type { KnownFacts, SpaceSettings } from './known.ts';
import type { ProposalStatus, VoteView } from './proposal-status.ts';
import type { PublishSettings } from './publish-settings.ts';
import type { TypedData } from './typed-data.ts';

/** Far above what a server takes: the preflight says so, and a form must be able to ask. */
const text = z.string().max(1024 * 1024);
const word = z.string().max(4000);
const words = z.array(word).max(10_000).readonly();

/** Moments and spans in seconds, within all days that a calendar of JavaScript has: sums of them are numbers. */
const seconds = z.number().min(-8.64e12).max(8.64e12);

export const draft: z.ZodType<ProposalDraft> = z.strictObject({
  title: text,
  body: text,
  choices: words,
  discussion: word,
  labels: words,
  type: word,
  privacy: word,
  space: word,
  from: word,
  start: seconds.exactOptional(),
  period: seconds.exactOptional(),
  block: z.number().exactOptional(),
});

const space: z.ZodType<SpaceSettings> = z.strictObject({
  id: word,
  name: word,
  network: word,
  strategyNetworks: words,
  voting: z.strictObject({ delay: seconds, period: seconds, type: word, privacy: word }),
  onlyMembers: z.boolean(),
  validation: word,
  minScore: z.number(),
  members: words,
  moderators: words,
  admins: words,
  verified: z.boolean(),
  flagged: z.boolean(),
  turbo: z.boolean(),
  hibernated: z.boolean(),
  labels: z.array(z.strictObject({ id: word, name: word })).readonly(),
  proposalsInDay: z.number().exactOptional(),
  proposalsInMonth: z.number().exactOptional(),
  guidelines: text,
  template: text,
});

export const known: z.ZodType<KnownFacts> = z.strictObject({
  space: space.nullable().exactOptional(),
  limits: z.record(z.string(), z.number()).readonly().exactOptional(),
  premiumNetworks: words.exactOptional(),
  activeOfAuthor: z.number().exactOptional(),
  headBlock: z.number().exactOptional(),
  onMainnet: z.boolean().exactOptional(),
  clockAhead: seconds.exactOptional(),
});

const url = z.url({ protocol: /^https?$/ }).max(2000);

export const settings: z.ZodType<PublishSettings> = z.strictObject({
  sequencer: url,
  hub: url,
  relayer: url.exactOptional(),
  rpc: url.exactOptional(),
});

export const finding: z.ZodType<Finding> = z.strictObject({
  rule: z.string(),
  standing: z.enum(['refused', 'unknown']),
  message: z.string(),
  value: z.string(),
  fix: z.string(),
  server: z.string().exactOptional(),
});

export const typedData: z.ZodType<TypedData> = z.strictObject({
  domain: z.record(z.string(), z.union([z.string(), z.number()])).readonly(),
  types: z
    .record(z.string(), z.array(z.strictObject({ name: z.string(), type: z.string() })).readonly())
    .readonly(),
  message: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string()).readonly()])).readonly(),
});

export const status: z.ZodType<ProposalStatus> = z.strictObject({
  id: z.string(),
  space: z.string(),
  author: z.string(),
  created: z.number(),
  updated: z.number().exactOptional(),
  title: z.string(),
  body: z.string(),
  discussion: z.string(),
  type: z.string(),
  privacy: z.string(),
  labels: z.array(z.string()).readonly(),
  start: z.number(),
  end: z.number(),
  block: z.number(),
  ipfs: z.string(),
  state: z.enum(['pending', 'active', 'closed', 'unknown']),
  votes: z.number(),
  quorum: z.number(),
  total: z.number(),
  final: z.boolean(),
  results: z.array(z.strictObject({ choice: z.string(), power: z.number() })).readonly(),
});

export const vote: z.ZodType<VoteView> = z.strictObject({
  voter: z.string(),
  choice: z.string(),
  power: z.number(),
  reason: z.string(),
  created: z.number(),
});
