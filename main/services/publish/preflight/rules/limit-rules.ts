import type { PreflightFacts } from '../facts.ts';
import { limitsOf } from '../limits.ts';
import type { Objection, PreflightRule } from '../rule.ts';
import { mayAlwaysPropose } from './author-rules.ts';

const uncounted = (message: string, value: string): Objection => ({
  message,
  value,
  fix: 'Ask the hub for the space.',
  unknown: true,
});

const ofSpace: PreflightRule = {
  id: 'limit.space',
  server: 'proposal limit reached',
  fix: 'Propose when an older proposal has left the count, or let the space be verified.',
  check: ({ space, known }: PreflightFacts) => {
    if (space === undefined) return undefined;
    const { inDay, inMonth } = limitsOf(known, space);
    const { proposalsInDay, proposalsInMonth } = space;
    if (proposalsInDay === undefined || proposalsInMonth === undefined)
      return uncounted('How many proposals the space had lately is not known here.', space.id);
    if (proposalsInDay >= inDay)
      return { message: `The space may have ${inDay} proposals a day.`, value: `${proposalsInDay} in a day` };
    return proposalsInMonth >= inMonth
      ? {
          message: `The space may have ${inMonth} proposals in 30 days.`,
          value: `${proposalsInMonth} in 30 days`,
        }
      : undefined;
  },
};

const ofAuthor: PreflightRule = {
  id: 'limit.author',
  server: 'active proposal limit reached for author',
  fix: 'Wait until one of your proposals is over, or cancel one.',
  check: (facts) => {
    const { space, known, message } = facts;
    if (space === undefined || mayAlwaysPropose(facts)) return undefined;
    if (known.activeOfAuthor === undefined)
      return uncounted('How many active proposals the author has is not known here.', message.from);
    const { activeOfAuthor: most } = limitsOf(known, space);
    return known.activeOfAuthor >= most
      ? {
          message: `An author who is no member may have ${most} active proposals.`,
          value: known.activeOfAuthor,
        }
      : undefined;
  },
};

const body: PreflightRule = {
  id: 'body.length',
  server: 'proposal body length can not exceed',
  fix: 'Shorten the body, or move a part into an annex and link to it.',
  check: ({ space, known, message }) => {
    const { body: most } = limitsOf(known, space);
    const { length } = message.body;
    return length > most
      ? {
          message: `The body is ${length - most} characters too long; an emoji counts as two or more.`,
          value: `${length} of ${most}`,
        }
      : undefined;
  },
};

const choices: PreflightRule = {
  id: 'choices.count',
  server: 'number of choices can not exceed',
  fix: 'Offer fewer choices.',
  check: ({ space, known, message }) => {
    const { choices: most } = limitsOf(known, space);
    return message.choices.length > most
      ? { message: `This space allows ${most} choices.`, value: message.choices.length }
      : undefined;
  },
};

/** How much and how often: live limits where the hub told them, documented ones otherwise. */
export const limitRules = [ofSpace, ofAuthor, body, choices];
