import { expect, it } from 'vitest';
import { readLink } from './deep-link.ts';

it('reads a proposal from a link', () => {
  const text = '# Cut the emission\n\nBy half: 50 % & more.\n';
  expect(readLink(`depin-studio://verify?name=HIP%2020&text=${encodeURIComponent(text)}`)).toEqual({
    kind: 'file',
    name: 'HIP 20.md',
    text,
  });
  expect(readLink('depin-studio://verify/?text=x')).toMatchObject({ name: 'proposal from a link.md' });
});

it.each([
  'depin-studio://run?text=x',
  'depin-studio://verify',
  'depin-studio://verify?text=',
  'depin-studio://verify?text=x&text=y',
  'depin-studio://verify?text=x&file=/etc/passwd',
  'depin-studio://verify?text=x&name=../x',
  'depin-studio://verify?text=x&name=a/b',
  'depin-studio://verify/etc/passwd?text=x',
  'depin-studio://user@verify?text=x',
  'depin-studio://verify:1?text=x',
  'depin-studio://verify?text=x#run',
  'depin-studio://verify?text=%00',
  'https://verify/?text=x',
  'depin-studio:verify?text=x',
  `depin-studio://verify?text=${'x'.repeat(300_000)}`,
  'no link',
])('refuses %.60s', (link) => {
  expect(() => readLink(link)).toThrow(/cannot be opened/);
});
