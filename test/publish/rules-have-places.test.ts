// Every rule of the preflight leads somewhere in the draft, or is named here as one that does not.
import { expect, test } from 'vitest';
import { preflightRules } from '../../main/services/publish/preflight/rules.ts';
import { fieldOfRule } from '../../renderer/state/publishing/field-of-rule.ts';

/** They speak of this computer's clock, of a signature, or of what the studio itself writes. */
const nowhere = ['timestamp.window', 'data.domain', 'data.types', 'signature', 'duplicate', 'plugins', 'app'];

test('a rule leads to what it speaks of', () => {
  const lost = preflightRules.map(({ id }) => id).filter((id) => fieldOfRule(id) === undefined);
  expect(lost).toEqual(nowhere);
  expect(fieldOfRule('choices.basic')).toBe('choices');
  expect(fieldOfRule('limit.author')).toBe('from');
});
