import { expect, test } from 'vitest';
import { choiceWords } from './choice-words.ts';

test.each([
  [2, 'Against'],
  [9, 'choice 9'],
  [[3, 1], 'Abstain, For'],
  [{ 1: 1, 2: 3 }, 'For 25 %, Against 75 %'],
  ['0xabc', 'private until voting ends'],
  [null, 'private until voting ends'],
])('%j is %s', (choice, words) => {
  expect(choiceWords(choice, ['For', 'Against', 'Abstain'])).toBe(words);
});
