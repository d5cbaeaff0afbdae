import type { PreflightFacts } from '../facts.ts';
import type { PreflightRule } from '../rule.ts';

/** True for members, moderators and admins, who need no voting power and have no limit of their own. */
export const mayAlwaysPropose = ({ space, message }: PreflightFacts): boolean => {
  const from = message.from.toLowerCase();
  return [space?.members, space?.moderators, space?.admins].some((list) => list?.includes(from));
};

const members: PreflightRule = {
  id: 'author.member',
  server: 'only space authors can propose',
  fix: 'Ask a member of the space to propose it, or to add your account.',
  check: (facts) =>
    facts.space?.onlyMembers && !mayAlwaysPropose(facts)
      ? {
          message: 'Only members, moderators and admins of this space may propose.',
          value: facts.message.from,
        }
      : undefined,
};

const votingPower: PreflightRule = {
  id: 'author.power',
  server: 'validation failed',
  fix: 'Hold or be delegated enough voting power, or ask a member of the space to propose it.',
  check: (facts) => {
    const { space } = facts;
    if (space === undefined || space.onlyMembers || mayAlwaysPropose(facts)) return undefined;
    const { validation, minScore } = space;
    if (validation === 'any' || (validation === 'basic' && minScore === 0)) return undefined;
    return {
      message:
        validation === 'basic'
          ? `An author who is no member needs a voting power of ${minScore}, which only the server computes.`
          : `An author who is no member must pass the space’s check "${validation}", which only the server knows.`,
      value: facts.message.from,
      unknown: true,
    };
  },
};

/** Who may propose. */
export const authorRules = [members, votingPower];
