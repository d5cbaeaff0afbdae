import { onlyKeys } from '../ingest/envelope.ts';
import { isNumber, isObject, isText, type Json, type JsonObject } from '../json.ts';
import { isLabels, isLink, isTextOf } from './text-format.ts';

/** What a proposal and its update have in common, with the form checked. */
export interface ProposalText {
  readonly name: string;
  readonly body: string;
  readonly discussion: string;
  readonly choices: readonly string[];
  readonly labels?: readonly string[];
  readonly privacy?: string;
  readonly type?: string;
  readonly metadata: { readonly plugins?: Json };
}
export interface ProposalPayload extends ProposalText {
  /** Unix seconds. */
  readonly start: number;
  readonly end: number;
  /** A block of the space's network. */
  readonly snapshot: number;
  readonly app: string;
}
export interface UpdatePayload extends ProposalText {
  readonly proposal: string;
  readonly type: string;
}

const textKeys = ['name', 'body', 'discussion', 'choices', 'labels', 'privacy', 'metadata', 'type'];
const updateTypes = [
  'single-choice',
  'approval',
  'ranked-choice',
  'quadratic',
  'weighted',
  'custom',
  'basic',
];
const types = [...updateTypes, 'copeland'];

/** The form of a proposal: seconds are held between 2001 and 2033, which keeps milliseconds out. */
export function isProposal(payload: JsonObject): payload is JsonObject & ProposalPayload {
  return (
    onlyKeys(payload, [...textKeys, 'start', 'end', 'snapshot', 'app']) &&
    isProposalText(payload) &&
    choicesAreTexts(payload.choices) &&
    (payload.type === undefined || types.some((type) => type === payload.type)) &&
    [payload.start, payload.end].every((time) => isNumber(time) && time >= 1e9 && time <= 2e9) &&
    isNumber(payload.snapshot) &&
    isTextOf(payload.app, 0, 24)
  );
}

/** The form of an update, which asks less of the choices and knows no Copeland votes. */
export function isUpdate(payload: JsonObject): payload is JsonObject & UpdatePayload {
  return (
    onlyKeys(payload, [...textKeys, 'proposal']) &&
    isText(payload.proposal) &&
    isProposalText(payload) &&
    updateTypes.some((type) => type === payload.type)
  );
}

const isProposalText = ({
  name,
  body,
  discussion,
  choices,
  labels,
  privacy,
  metadata,
}: JsonObject): boolean =>
  isTextOf(name, 1, 256) &&
  isText(body) &&
  isLink(discussion) &&
  Array.isArray(choices) &&
  choices.length > 0 &&
  (labels === undefined || isLabels(labels)) &&
  (privacy === undefined || privacy === '' || privacy === 'shutter') &&
  isObject(metadata);

const choicesAreTexts = (choices: Json | undefined): boolean =>
  Array.isArray(choices) && choices.every((choice) => isTextOf(choice, 1, 256));

/** A vote for, against and perhaps abstaining has two or three choices; every vote has a type and at least one. */
export function choicesFitType(type: string | undefined, choices: readonly string[]): boolean {
  if (!type || choices.length === 0) return false;
  return type !== 'basic' || choices.length === 2 || choices.length === 3;
}
