import { expect, it } from 'vitest';
import { commandLine } from '../results/command-line.ts';
import { queueAddress, withoutPasswords } from './queue-address.ts';

it('reads where Redis or Valkey is, and shows it without the password', () => {
  expect(queueAddress('redis://host')).toEqual({
    shown: 'redis://host/0',
    redis: { host: 'host', port: 6379, database: 0, secure: false },
  });
  expect(queueAddress('valkeys://me:p%40ss@[::1]:7000/2')).toEqual({
    shown: 'valkeys://me:***@[::1]:7000/2',
    redis: { host: '::1', port: 7000, database: 2, user: 'me', password: 'p@ss', secure: true },
  });
});

it('takes a password from beside the URL where that has none', () => {
  expect(queueAddress('rediss://host', 'word')).toMatchObject({
    shown: 'rediss://:***@host/0',
    redis: { password: 'word' },
  });
  expect(queueAddress('redis://:mine@host', 'word').redis.password).toBe('mine');
});

it.each([
  'host:6379',
  'http://host',
  'redis://',
  'redis://host/name',
  'redis://host?db=1',
  'redis://:%zz@host',
  '',
  'redis://a:hunter2@host:99999',
])('refuses %j, and says what to write', (written) => {
  expect(() => queueAddress(written)).toThrow(
    expect.objectContaining({
      code: 'queue.url',
      message: expect.not.stringContaining('hunter2'),
      hint: expect.stringContaining('redis://host:6379'),
    }),
  );
});

it('leaves the password out of a command line that is kept', () => {
  const words = ['sweep', 'x', '--queue', 'redis://me:hunter2@host:1/0', '--queue=REDISS://:hunter2@b'];
  expect(commandLine(words)).toBe(
    "depin-studio sweep x --queue 'redis://me:***@host:1/0' '--queue=REDISS://:***@b'",
  );
  expect(withoutPasswords('redis://host:6379/0')).toBe('redis://host:6379/0');
  for (const odd of ['redis://me@corp:hunter2@host', 'redis://:hunter 2@host', 'redis://me:hun@ter2@host'])
    expect(withoutPasswords(odd)).not.toMatch(/hun|ter ?2/);
});
