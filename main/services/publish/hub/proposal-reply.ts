import { z } from 'zod';
import type { ProposalStatus } from '../../../api/publish/proposal-status.ts';

const words = z.string().nullish();
const count = z.number().nullish();

/** A proposal as the hub tells it. */
export const proposalReply = z.looseObject({
  id: z.string(),
  ipfs: words,
  author: z.string(),
  created: z.number(),
  updated: count,
  title: z.string(),
  body: words,
  discussion: words,
  type: words,
  privacy: words,
  choices: z.array(z.string()),
  labels: z.array(z.string()).nullish(),
  start: z.number(),
  end: z.number(),
  snapshot: z.union([z.number(), z.string()]).nullish(),
  state: words,
  votes: count,
  scores: z.array(z.number()).nullish(),
  scores_state: words,
  scores_total: count,
  quorum: count,
  space: z.looseObject({ id: z.string(), name: words }).nullish(),
});

const states = ['pending', 'active', 'closed'] as const;

export function proposalStatus(reply: z.infer<typeof proposalReply>): ProposalStatus {
  const { id, author, created, title, choices, start, end } = reply;
  const scores = reply.scores ?? [];
  return {
    ...{ id, author, created, title, start, end },
    ...(typeof reply.updated === 'number' ? { updated: reply.updated } : {}),
    space: reply.space?.id ?? '',
    body: reply.body ?? '',
    discussion: reply.discussion ?? '',
    type: reply.type ?? 'single-choice',
    privacy: reply.privacy ?? '',
    labels: reply.labels ?? [],
    block: Number(reply.snapshot ?? 0),
    ipfs: reply.ipfs ?? '',
    state: states.find((known) => known === reply.state) ?? 'unknown',
    votes: reply.votes ?? 0,
    quorum: reply.quorum ?? 0,
    total: reply.scores_total ?? 0,
    final: reply.scores_state === 'final',
    results: choices.map((choice, index) => ({ choice, power: scores[index] ?? 0 })),
  };
}
