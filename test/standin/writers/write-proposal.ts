import { isNumber, isObject, type Json } from '../json.ts';
import { refuse } from '../refusal.ts';
import { findSpace, type ProposalRow, type SpaceRow } from '../store.ts';
import { secondsRounded, type World } from '../world.ts';
import { checkAuthor } from './check-author.ts';
import { hasFlaggedLink, isMalicious } from './check-links.ts';
import { checkPace } from './check-pace.ts';
import { checkSpace } from './check-space.ts';
import { choicesFitType, isProposal, type ProposalPayload } from './proposal-format.ts';
import { limitsOf } from './space-limits.ts';
import type { Sent, Writer } from './writer.ts';

/** The rules of a new proposal, in the server's order. */
export const writeProposal: Writer = async (sent, world) => {
  const { author, payload } = sent;
  const space = findSpace(world.store, sent.space) ?? refuse('invalid space settings: unknown space');
  checkSpace(space, world);
  const limits = limitsOf(space, sent.space, world);
  if (!isProposal(payload)) return refuse('wrong proposal format');
  if (payload.end <= secondsRounded(world)) refuse('proposal end date must be in the future');
  if (!choicesFitType(payload.type, payload.choices)) refuse('wrong choices for basic type voting');
  checkVoting(space, sent.timestamp, payload);
  if (isMalicious(`${payload.name}\n${payload.body}\n${payload.discussion}`, world))
    refuse('invalid proposal content');
  checkAuthor(space, sent.space, author, world);
  checkBlock(space, payload.snapshot, world);
  checkPace(space, sent.space, author, limits, world);
  if (payload.body.length > limits.body)
    refuse(`proposal body length can not exceed ${limits.body} characters`);
  if (payload.choices.length > limits.choices) refuse(`number of choices can not exceed ${limits.choices}`);
  return (stored) => world.store.proposals.push({ ...stored, ...rowOf(sent, payload, space, world) });
};

/** What a space prescribes, zero meaning nothing. Delay and period are held to the second. */
function checkVoting({ settings }: SpaceRow, created: number, payload: ProposalPayload): void {
  const { delay, period, type } = settings.voting ?? {};
  if (delay && payload.start !== created + delay) refuse('invalid voting delay');
  if (period && payload.end - payload.start !== period) refuse('invalid voting period');
  if (type && payload.type !== type) refuse('invalid voting type');
  checkPrivacy(settings.voting?.privacy, payload.privacy);
}

/** A space that says nothing of privacy leaves it open; one that says "" wants none. */
export function checkPrivacy(wanted: string | undefined, given: string | undefined): void {
  if (given !== undefined && (wanted ?? 'any') !== 'any' && wanted !== given)
    refuse('not allowed to set privacy');
}

export const privacyKept = (wanted: string | undefined, given: string | undefined): string =>
  (wanted ?? 'any') === 'any' ? (given ?? '') : (wanted ?? '');

function checkBlock({ settings }: SpaceRow, block: number, world: World): void {
  const network = world.store.networks.find(({ id }) => id === settings.network);
  if (network === undefined) throw new Error(`network ${settings.network} is not known`);
  if (block < network.start) refuse('proposal snapshot must be after network start');
  const chain = world.chains.get(network.id);
  const head = chain?.up ? chain.head : refuse('unable to fetch block');
  if (block > head) refuse('invalid snapshot block');
}

function rowOf(
  sent: Sent,
  payload: ProposalPayload,
  { settings }: SpaceRow,
  world: World,
): Omit<ProposalRow, 'id' | 'ipfs'> {
  const quorum = quorumOf(settings);
  return {
    author: sent.author,
    created: sent.timestamp,
    updated: null,
    space: sent.space,
    network: settings.network,
    symbol: settings.symbol ?? '',
    type: payload.type || 'single-choice',
    strategies: settings.strategies,
    validation: settings.voteValidation ?? null,
    plugins: pluginsOf(payload.metadata.plugins),
    title: payload.name,
    body: payload.body,
    discussion: payload.discussion,
    choices: payload.choices,
    labels: payload.labels ?? [],
    start: payload.start,
    end: payload.end,
    quorum,
    quorumType: (quorum > 0 && settings.voting?.quorumType) || '',
    privacy: privacyKept(settings.voting?.privacy, payload.privacy),
    snapshot: payload.snapshot,
    app: payload.app,
    scores: [],
    scoresByStrategy: [],
    scoresState: 'pending',
    scoresTotal: 0,
    scoresUpdated: 0,
    votes: 0,
    flagged: hasFlaggedLink(payload.body, world),
  };
}

/** Plugins that could not be read are none. */
export const pluginsOf = (plugins: Json | undefined): Json => plugins || {};

/** A static quorum may be set by the quorum plugin too. */
function quorumOf({ voting, plugins }: SpaceRow['settings']): number {
  if (voting?.quorum) return voting.quorum;
  const plugin = plugins?.quorum;
  return isObject(plugin) && isNumber(plugin.total) ? plugin.total : 0;
}
