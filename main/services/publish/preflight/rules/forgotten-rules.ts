import type { PreflightRule } from '../rule.ts';

const day = 86_400;
/** Seconds; what is further off was meant in other units. */
const longestPlanned = 366 * day;

const endAfterStart: PreflightRule = {
  id: 'end.after-start',
  fix: 'Let voting end after it starts.',
  check: ({ message: { start, end } }) =>
    end > start ? undefined : { message: 'Voting would end before it starts.', value: `${end - start} s` },
};

const startNotPast: PreflightRule = {
  id: 'start.past',
  fix: 'Leave the start to the studio, or give a later one.',
  check: ({ message: { start, timestamp } }) =>
    start >= timestamp
      ? undefined
      : {
          message: 'Voting would have started before the proposal was made.',
          value: `${start - timestamp} s`,
        },
};

const distinctChoices: PreflightRule = {
  id: 'choices.distinct',
  fix: 'Name each choice differently.',
  check: ({ message: { choices } }) => {
    const named = choices.map((choice) => choice.trim().toLowerCase());
    const twice = choices.find((_, index) => named.indexOf(named[index] ?? '') < index);
    return twice === undefined ? undefined : { message: 'Two choices have the same name.', value: twice };
  },
};

const bodyHasText: PreflightRule = {
  id: 'body.text',
  fix: 'Say what is proposed, and why.',
  check: ({ message }) =>
    /[\p{L}\p{N}]/u.test(message.body)
      ? undefined
      : { message: 'The body has no text.', value: `${message.body.length} characters` },
};

const severalChoices: PreflightRule = {
  id: 'choices.several',
  fix: 'Offer at least two choices.',
  check: ({ message: { type, choices } }) =>
    type !== 'basic' && choices.length === 1
      ? { message: 'A vote with one choice decides nothing.', value: choices.join() }
      : undefined,
};

const labelsOfSpace: PreflightRule = {
  id: 'labels.known',
  fix: 'Choose labels of the space by their ids.',
  check: ({ space, message }) => {
    if (space === undefined) return undefined;
    const bad = message.labels.find((label) => space.labels.every(({ id }) => id !== label));
    if (bad === undefined) return undefined;
    const meant = space.labels.find(({ name }) => name.toLowerCase() === bad.toLowerCase());
    const there = space.labels.map(({ id, name }) => `${id} (${name})`).join(', ');
    return {
      message: 'The space has no label of that id.',
      value: bad,
      fix:
        meant === undefined
          ? `It has ${there || 'none'}.`
          : `The label ${meant.name} has the id ${meant.id}.`,
    };
  },
};

const milliseconds: PreflightRule = {
  id: 'times.far',
  fix: 'Give delays and periods in seconds: a day has 86400.',
  check: ({ message: { timestamp, start, end } }) => {
    const inDays = (seconds: number): string => `${Math.round(seconds / day)} days`;
    if (start - timestamp > longestPlanned)
      return {
        message: 'Voting would start in more than a year: is that in milliseconds?',
        value: inDays(start - timestamp),
      };
    return end - start > longestPlanned
      ? {
          message: 'Voting would last more than a year: is that in milliseconds?',
          value: inDays(end - start),
        }
      : undefined;
  },
};

const replay: PreflightRule = {
  id: 'replay',
  fix: 'Practise with a space whose name does not exist on the main network.',
  check: ({ target, known: { onMainnet }, message: { space } }) => {
    if (target === 'mainnet' || onMainnet === false) return undefined;
    if (onMainnet)
      return {
        message:
          'A space of this name exists on the main network, where the same signature would publish it for 6 days.',
        value: space,
      };
    return {
      message:
        'Whether a space of this name exists on the main network was not looked up; a signature is valid there too.',
      value: space,
      ...(target === 'other'
        ? {
            unknown: true,
            fix: 'Go on only if no space of this name exists there, or if nobody else can read this server.',
          }
        : { fix: 'Ask the hub for the space: the main network is asked as well.' }),
    };
  },
};

/** What the server lets through and no author wants. */
export const forgottenRules = [
  endAfterStart,
  startNotPast,
  distinctChoices,
  bodyHasText,
  severalChoices,
  labelsOfSpace,
  milliseconds,
  replay,
];
