import { type Json, type JsonObject, readJson } from '../json.ts';
import { refuse } from '../refusal.ts';
import { findProposal } from '../store.ts';
import type { World } from '../world.ts';
import type { EnvelopeMessage } from './envelope.ts';

/** A message as the writers get it: the kind with all votes made one, and the part of the message that is its own. */
export interface Received {
  readonly type: string;
  readonly payload: JsonObject;
}

/** Takes out of a message what its kind is about. Fields that the message lacks are left out of the payload too. */
export function payloadOf(kind: string, message: EnvelopeMessage, world: World): Received {
  const written = writtenPayload(kind, message, world);
  return JSON.parse(JSON.stringify(written));
}

function writtenPayload(kind: string, message: EnvelopeMessage, world: World): Received {
  if (kind === 'proposal')
    return { type: kind, payload: { ...proposalPart(message), ...timesPart(message) } };
  if (kind === 'update-proposal')
    return { type: kind, payload: { proposal: message.proposal, ...proposalPart(message) } };
  if (kind === 'delete-proposal' || kind === 'flag-proposal')
    return { type: kind, payload: { proposal: message.proposal } };
  if (kind === 'alias') return { type: kind, payload: { alias: message.alias } };
  return { type: 'vote', payload: votePart(kind, message, world) };
}

const proposalPart = (message: EnvelopeMessage): JsonObject => ({
  name: message.title,
  body: message.body,
  discussion: message.discussion || '',
  choices: message.choices,
  privacy: message.privacy,
  labels: message.labels || [],
  metadata: { plugins: readJson(message.plugins) },
  type: message.type,
});

const timesPart = (message: EnvelopeMessage): JsonObject => ({
  start: message.start,
  end: message.end,
  snapshot: message.snapshot,
  app: message.app || '',
});

function votePart(kind: string, message: EnvelopeMessage, world: World): JsonObject {
  const { metadata } = message;
  if (typeof metadata === 'string' && metadata.length > 2000) refuse('too large metadata');
  return {
    proposal: message.proposal,
    choice: kind === 'vote-string' ? choiceInText(message, world) : message.choice,
    reason: message.reason || '',
    app: message.app || '',
    metadata: readJson(metadata),
  };
}

/** A choice that travels as text is JSON, unless it is encrypted until the vote ends. */
function choiceInText(message: EnvelopeMessage, world: World): Json | undefined {
  const proposal = findProposal(world.store, message.space ?? '', message.proposal);
  if (proposal === undefined) return refuse('unknown proposal');
  if (proposal.privacy === 'shutter') return message.choice;
  try {
    return JSON.parse(String(message.choice));
  } catch {
    return refuse('invalid choice');
  }
}
