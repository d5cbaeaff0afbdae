import type { Finding } from '../../../api/publish/finding.ts';
import type { SpaceSettings } from '../../../api/publish/known.ts';
import type { ProposalStatus } from '../../../api/publish/proposal-status.ts';
import type { Objection, PreflightRule } from './rule.ts';

/** A change to a published proposal: what is there, and who wants it changed. Times are seconds since 1970. */
export interface ChangeFacts {
  readonly existing: ProposalStatus;
  readonly space: SpaceSettings | undefined;
  readonly from: string;
  readonly now: number;
  /** The new way of voting, of an update. */
  readonly type?: string;
}

type ChangeRule = Omit<PreflightRule, 'check'> & {
  readonly check: (facts: ChangeFacts) => Objection | undefined;
};

const sameAddress = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const updateRules: readonly ChangeRule[] = [
  {
    id: 'proposal.started',
    server: 'proposal already started',
    fix: 'Cancel the proposal and publish a new one.',
    check: ({ existing, now }) =>
      existing.start < now
        ? { message: 'Voting has begun; a proposal can be changed only before.', value: existing.start }
        : undefined,
  },
  {
    id: 'proposal.author',
    server: 'Not the author',
    fix: 'Sign with the account that published the proposal.',
    check: ({ existing, from }) =>
      sameAddress(existing.author, from)
        ? undefined
        : { message: `Only the author ${existing.author} can change it.`, value: from },
  },
  {
    id: 'update.type',
    server: 'wrong proposal format',
    fix: 'Keep another way of voting, or cancel the proposal and publish a new one.',
    check: ({ type }) =>
      type === 'copeland'
        ? { message: 'The server takes no update of a proposal that votes by copeland.', value: type }
        : undefined,
  },
];

const cancelRules: readonly ChangeRule[] = [
  {
    id: 'proposal.author',
    server: 'not authorized to archive proposal',
    fix: 'Sign with the author’s account, or with that of a moderator or admin.',
    check: ({ existing, space, from }) => {
      const others = [...(space?.admins ?? []), ...(space?.moderators ?? [])];
      return [existing.author, ...others].some((each) => sameAddress(each, from))
        ? undefined
        : { message: 'Only its author, a moderator or an admin of the space can cancel it.', value: from };
    },
  },
];

/** Rules of a new proposal that say nothing of a change to one: times, blocks and counts stay as they are. */
const ofNewOnly = new Set([
  'data.types',
  'space.settings',
  'space.networks',
  'times.seconds',
  'times.far',
  'end.future',
  'end.after-start',
  'start.past',
  'voting.delay',
  'voting.period',
  'author.member',
  'author.power',
  'block.given',
  'block.start',
  'block.exists',
  'limit.space',
  'limit.author',
]);

/** Findings of a draft's text that hold for an update of it, with those of the update itself. */
export const updateFindings = (ofText: readonly Finding[], facts: ChangeFacts): readonly Finding[] => [
  ...ofText.filter(({ rule }) => !ofNewOnly.has(rule)),
  ...findings(updateRules, facts),
];

export const cancelFindings = (facts: ChangeFacts): readonly Finding[] => findings(cancelRules, facts);

const findings = (rules: readonly ChangeRule[], facts: ChangeFacts): readonly Finding[] =>
  rules.flatMap(({ id, server, fix, check }) => {
    const objection = check(facts);
    if (objection === undefined) return [];
    const { message, value } = objection;
    return [
      { rule: id, standing: 'refused', message, value: String(value), fix, ...(server ? { server } : {}) },
    ];
  });
