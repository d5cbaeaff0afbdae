import { onlyKeys } from '../ingest/envelope.ts';
import { isObject, isText, type Json, type JsonObject } from '../json.ts';
import { refuse } from '../refusal.ts';
import { findProposal, type ProposalRow, sameSpace, type VoteRow } from '../store.ts';
import { fitsVote, tally } from '../tally.ts';
import { secondsRounded, type World } from '../world.ts';
import { isTextOf } from './text-format.ts';
import type { Sent, Writer } from './writer.ts';

interface VotePayload {
  readonly proposal: string;
  readonly choice: Json;
  readonly metadata: Json;
  readonly reason: string;
  readonly app: string;
}

/** The rules of a vote, in the server's order. A later vote of the same address takes the place of the one before. */
export const writeVote: Writer = async (sent, world) => {
  const { author, payload } = sent;
  if (!isVote(payload)) return refuse('wrong vote format');
  const proposal = findProposal(world.store, sent.space, payload.proposal) ?? refuse('unknown proposal');
  const now = secondsRounded(world);
  if ([sent.timestamp, now].some((time) => time > proposal.end || time < proposal.start)) {
    refuse('not in voting window');
  }
  checkChoice(proposal, payload);
  checkVoter(proposal, author, world);
  const powers = powersOf(proposal, sent, world);
  const vp = powers.reduce((sum, power) => sum + power, 0);
  if (vp === 0) refuse('no voting power');
  return (stored) => {
    const { choice, metadata, reason, app } = payload;
    const cast = { ...stored, created: sent.timestamp, choice, metadata: metadata || {}, reason, app, vp };
    keep({ ...cast, vpByStrategy: powers, voter: author, space: sent.space, proposal: proposal.id }, world);
    tally(proposal, world);
  };
};

const isVote = (payload: JsonObject): payload is JsonObject & VotePayload =>
  onlyKeys(payload, ['proposal', 'choice', 'metadata', 'reason', 'app']) &&
  isText(payload.proposal) &&
  payload.choice !== undefined &&
  payload.choice !== null &&
  isObject(payload.metadata) &&
  isTextOf(payload.reason, 0, 5000) &&
  isTextOf(payload.app, 0, 24);

function checkChoice({ privacy, type, choices }: ProposalRow, { choice, reason }: VotePayload): void {
  if (privacy !== 'shutter') {
    if (!fitsVote(type, choice, choices)) refuse('invalid choice');
    return;
  }
  if (reason) refuse('reason not allowed with shutter');
  if (!isText(choice) || !choice.startsWith('0x')) refuse('invalid choice');
}

function checkVoter({ validation, space, strategies }: ProposalRow, voter: string, world: World): void {
  const name = validation?.name;
  if (!name || name === 'any') return;
  if (name === 'basic') {
    const wanted = Number(validation?.params?.minScore ?? 0);
    const power = world.powers(space, voter, strategies.length).reduce((sum, part) => sum + part, 0);
    if (power < wanted) refuse('failed vote validation');
    return;
  }
  const validate = world.validations.get(name) ?? refuse('failed to check vote validation');
  if (!validate(voter)) refuse('failed vote validation');
}

function powersOf({ strategies }: ProposalRow, { space, author }: Sent, world: World): readonly number[] {
  try {
    return world.powers(space, author, strategies.length);
  } catch {
    return refuse('failed to check voting power');
  }
}

function keep(vote: VoteRow, { store }: World): void {
  const before = store.votes.find(
    (row) => row.voter === vote.voter && row.proposal === vote.proposal && sameSpace(row.space, vote.space),
  );
  if (before === undefined) {
    store.votes.push(vote);
    return;
  }
  if (before.created > vote.created) refuse('already voted at later time');
  if (before.created === vote.created && vote.id.localeCompare(before.id) <= 0) {
    refuse('already voted same time with lower index');
  }
  Object.assign(before, vote);
}
