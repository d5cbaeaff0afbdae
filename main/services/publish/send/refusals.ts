import { StudioError } from '../../../../sim-core/contract/errors.ts';
import { preflightRules } from '../preflight/rules.ts';

interface Refused {
  /** How the server's text begins. */
  readonly server: string;
  /** The rule's id. */
  readonly rule: string;
  readonly fix: string;
}

/** What only the server knows, or what concerns changes to a proposal. */
const serverOnly: readonly Refused[] = [
  [
    'invalid proposal content',
    'content',
    'Snapshot takes the text for harmful: remove links that it may not know, or ask its support.',
  ],
  [
    'invalid proposal, please contact support',
    'author.flagged',
    'Snapshot has flagged this author: ask its support.',
  ],
  [
    'unauthorized',
    'author.flagged',
    'Snapshot takes nothing from this address of the internet: ask its support.',
  ],
  [
    'failed to check validation',
    'author.power',
    'The server could not compute the author’s voting power: send again later.',
  ],
  ['unable to fetch block', 'block.exists', 'The server could not look the block up: send again later.'],
  ['failed to check proposals limit', 'limit.space', 'The server has a fault: send again later.'],
  ['unable to get quorum', 'space.settings', 'An admin of the space has to mend its quorum.'],
  ['pinning failed', 'server', 'The server could not store the proposal: send again later.'],
  ['unknown proposal', 'proposal.known', 'Check the proposal’s id, and that it was not cancelled.'],
  [
    'proposal already started',
    'proposal.started',
    'Voting has begun: cancel the proposal and publish a new one.',
  ],
  ['Not the author', 'proposal.author', 'Sign with the account that published the proposal.'],
  [
    'not authorized to archive proposal',
    'proposal.author',
    'Sign with the author’s account, or with that of a moderator or admin.',
  ],
  ['space voting type mismatch', 'voting.type', 'Choose the way of voting that the space prescribes.'],
].map(([server = '', rule = '', fix = '']) => ({ server, rule, fix }));

const refusals: readonly Refused[] = [
  ...serverOnly,
  ...preflightRules.flatMap(({ id, server, fix }) =>
    server === undefined ? [] : [{ server, rule: id, fix }],
  ),
];

/**
 * The server's refusal as a problem: what it said, the rule that it means, and what to do. Its format error names no field, so
 * that every rule of the format is meant.
 */
export function refusal(said: string): StudioError {
  const found = refusals.find(({ server }) => said.toLowerCase().startsWith(server.toLowerCase()));
  return new StudioError({
    code: 'publish.refused',
    message: `The server refused it: ${said.slice(0, 300)}.`,
    hint:
      found?.fix ??
      'This refusal is not known here: look it up in Snapshot’s documentation. Nothing was published.',
    where: found?.rule === 'title' ? 'format' : (found?.rule ?? 'server'),
  });
}
