import type { PreflightRule } from '../rule.ts';

const endInFuture: PreflightRule = {
  id: 'end.future',
  server: 'proposal end date must be in the future',
  fix: 'Let voting end later.',
  check: ({ message: { end }, now, known: { clockAhead = 0 } }) =>
    end > now + clockAhead ? undefined : { message: 'Voting would be over already.', value: end },
};

const basicChoices: PreflightRule = {
  id: 'choices.basic',
  server: 'wrong choices for',
  fix: 'Give two or three choices (for, against, abstain), or another way of voting.',
  check: ({ message: { type, choices } }) =>
    type !== 'basic' || choices.length === 2 || choices.length === 3
      ? undefined
      : { message: 'Basic voting has two or three choices.', value: `${choices.length} choices` },
};

const delay: PreflightRule = {
  id: 'voting.delay',
  server: 'invalid voting delay',
  fix: 'Leave the start to the studio: it is the time of proposing and the space’s delay, to the second.',
  check: ({ space, message: { start, timestamp } }) => {
    const wanted = space?.voting.delay ?? 0;
    return wanted === 0 || start === timestamp + wanted
      ? undefined
      : {
          message: `Voting must start exactly ${wanted} s after the proposal is made.`,
          value: `${start - timestamp} s`,
        };
  },
};

const period: PreflightRule = {
  id: 'voting.period',
  server: 'invalid voting period',
  fix: 'Leave the period to the space.',
  check: ({ space, message: { start, end } }) => {
    const wanted = space?.voting.period ?? 0;
    return wanted === 0 || end - start === wanted
      ? undefined
      : { message: `Voting must last exactly ${wanted} s in this space.`, value: `${end - start} s` };
  },
};

const typeOfSpace: PreflightRule = {
  id: 'voting.type',
  server: 'invalid voting type',
  fix: 'Choose the way of voting that the space prescribes.',
  check: ({ space, message: { type } }) => {
    const wanted = space?.voting.type ?? '';
    return wanted === '' || type === wanted
      ? undefined
      : { message: `This space votes by ${wanted} only.`, value: type, fix: `Choose ${wanted}.` };
  },
};

const privacyOfSpace: PreflightRule = {
  id: 'voting.privacy',
  server: 'not allowed to set privacy',
  fix: 'Choose the privacy that the space prescribes.',
  check: ({ space, message: { privacy } }) => {
    const wanted = space?.voting.privacy ?? 'any';
    if (wanted === 'any' || wanted === privacy) return undefined;
    return {
      // The hub shows an empty text both where nothing is set and where none is prescribed: empty is right in both.
      message:
        wanted === ''
          ? 'This space does not offer private votes.'
          : `Votes of this space are private by ${wanted}.`,
      value: privacy || 'none',
      fix: wanted === '' ? 'Leave the privacy empty.' : `Set the privacy to ${wanted}.`,
    };
  },
};

/** What a space prescribes of its votes, and what the server holds of all. */
export const votingRules = [endInFuture, basicChoices, delay, period, typeOfSpace, privacyOfSpace];
