import type { TypedData } from '../../../api/publish/typed-data.ts';
import type { SignedWord } from '../signers/signer.ts';

const names: Readonly<Record<string, string>> = {
  proposal: 'Proposal',
  from: 'Author',
  space: 'Space',
  timestamp: 'Proposed at',
  type: 'Way of voting',
  title: 'Title',
  body: 'Body',
  discussion: 'Discussion',
  choices: 'Choices',
  labels: 'Labels',
  start: 'Voting starts',
  end: 'Voting ends',
  snapshot: 'Voting power at block',
  privacy: 'Privacy',
};
const moments = new Set(['timestamp', 'start', 'end']);

/** What is signed, field by field, as people read it; the body by its length and its first words. */
export function wordsOf({ types, message }: TypedData): readonly SignedWord[] {
  const [fields = []] = Object.values(types);
  return fields.flatMap(({ name }) => {
    const [label, value] = [names[name], message[name]];
    if (
      label === undefined ||
      value === undefined ||
      value === '' ||
      (Array.isArray(value) && value.length === 0)
    )
      return [];
    return [{ name: label, value: wordOf(name, value) }];
  });
}

const shown = 200;

function wordOf(name: string, value: TypedData['message'][string]): string {
  if (moments.has(name)) return timeWords(Number(value));
  if (name === 'body') {
    const text = String(value);
    return `${text.length} characters, beginning: ${text.slice(0, shown).replace(/\s+/g, ' ').trim()}`;
  }
  return typeof value === 'object'
    ? value.map((each, index) => `${index + 1} ${each}`).join('; ')
    : String(value);
}

/** A moment that no calendar has is shown as the number that would be signed. */
function timeWords(seconds: number): string {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return `${seconds}`;
  return date.toISOString().replace('.000Z', ' UTC').replace('T', ' ');
}
