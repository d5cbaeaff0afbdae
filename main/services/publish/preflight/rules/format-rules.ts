import { votingTypes } from '../../../../api/publish/draft.ts';
import type { PreflightRule } from '../rule.ts';

const server = 'wrong proposal format';

/** Characters as the server's schema counts them: an emoji is one here, and two in the limit of the body. */
const lengthOf = (text: string): number => [...text].length;

const longest = 256;

const title: PreflightRule = {
  id: 'title',
  server,
  fix: `Give a title of 1 to ${longest} characters.`,
  check: ({ message }) => {
    const length = lengthOf(message.title);
    return length >= 1 && length <= longest
      ? undefined
      : {
          message: length === 0 ? 'The proposal has no title.' : 'The title is too long.',
          value: `${length} characters`,
        };
  },
};

const discussion: PreflightRule = {
  id: 'discussion',
  server,
  fix: `Give a link that begins with https://, http://, ipfs://, ipns:// or snapshot:// and has at most ${longest} characters, or nothing.`,
  check: ({ message }) =>
    message.discussion === '' ||
    (/^(https?|ipfs|ipns|snapshot):\/\//.test(message.discussion) && lengthOf(message.discussion) <= longest)
      ? undefined
      : {
          message: 'The link to the discussion is not one that the server takes.',
          value: message.discussion,
        },
};

const choices: PreflightRule = {
  id: 'choices',
  server,
  fix: `Give choices of 1 to ${longest} characters each.`,
  check: ({ message }) => {
    if (message.choices.length === 0)
      return { message: 'There is nothing to choose from.', value: '0 choices' };
    const index = message.choices.findIndex((choice) => choice === '' || lengthOf(choice) > longest);
    const bad = message.choices[index];
    if (bad === undefined) return undefined;
    const wrong = bad === '' ? 'empty' : 'too long';
    return { message: `Choice ${index + 1} is ${wrong}.`, value: `${lengthOf(bad)} characters` };
  },
};

const labels: PreflightRule = {
  id: 'labels',
  server,
  fix: 'Choose up to 10 different labels by their ids, each of 1 to 8 letters and digits.',
  check: ({ message }) => {
    const bad = message.labels.find((label) => !/^[a-zA-Z0-9]{1,8}$/.test(label));
    if (bad !== undefined)
      return { message: 'A label’s id has 1 to 8 letters and digits.', value: bad || 'empty' };
    if (message.labels.length > 10)
      return { message: 'There are too many labels.', value: message.labels.length };
    return new Set(message.labels).size < message.labels.length
      ? { message: 'A label is given twice.', value: message.labels.join(', ') }
      : undefined;
  },
};

const votingType: PreflightRule = {
  id: 'type',
  server,
  fix: `Choose one of ${votingTypes.join(', ')}.`,
  check: ({ message: { type } }) =>
    votingTypes.some((known) => known === type)
      ? undefined
      : { message: 'Snapshot has no such way of voting.', value: type || 'empty' },
};

const times: PreflightRule = {
  id: 'times.seconds',
  server,
  fix: 'Give start and end in whole seconds since 1970, between 2001 and 2033.',
  check: ({ message: { start, end } }) => {
    const bad = [start, end].find((time) => !Number.isInteger(time) || time < 1e9 || time > 2e9);
    if (bad === undefined) return undefined;
    const inMilliseconds = bad >= 1e12 && bad <= 2e12;
    return {
      message: inMilliseconds
        ? 'Start or end is in milliseconds; the server takes seconds.'
        : 'Start or end is not a time that the server takes.',
      value: bad,
    };
  },
};

const app: PreflightRule = {
  id: 'app',
  server,
  fix: 'Shorten the name of the program to 24 characters.',
  check: ({ message }) =>
    lengthOf(message.app) <= 24
      ? undefined
      : { message: 'The name of the program is too long.', value: message.app },
};

const privacy: PreflightRule = {
  id: 'privacy',
  server,
  fix: 'Leave the privacy empty, or write shutter.',
  check: ({ message }) =>
    message.privacy === '' || message.privacy === 'shutter'
      ? undefined
      : { message: 'Snapshot has no such privacy.', value: message.privacy },
};

/** The server's schema of a proposal, field by field; the server itself never says which field was wrong. */
export const formatRules = [title, discussion, choices, labels, votingType, times, app, privacy];
