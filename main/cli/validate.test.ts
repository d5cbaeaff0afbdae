import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { checks } from '../../sim-core/validation/index.ts';
import { validateCommand } from './validate.ts';

let out = '';
let err = '';

beforeEach(() => {
  out = '';
  err = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += String(text);
    return true;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

/** Those that take no time; `studio validate` itself runs all of them, which validation.test.ts does one by one. */
const quick = checks.filter(({ id }) => ['V1', 'V6', 'V11', 'V18', 'T3'].includes(id));

/** The first with a rule that gives one too many. */
const broken = quick.map((check, i) =>
  i === 0 ? { ...check, compute: () => check.expected.map(({ value }) => value + 1) } : check,
);

it('prints one line a check and exits with 0', async () => {
  await validateCommand(undefined, quick).parseAsync([], { from: 'user' });
  const lines = out.split('\n');
  expect(lines[0]).toMatch(/^Check +numbers +expected +got +error +allowed +verdict$/);
  for (const { id } of quick) expect(lines.filter((line) => line.startsWith(`${id} `))).toHaveLength(1);
  expect(out).toContain(`${quick.length} of ${quick.length} passed.`);
  expect(out).not.toContain('FAILED');
  expect(process.exitCode).toBeUndefined();
});

it('prints one JSON document, of every check', async () => {
  await validateCommand().parseAsync(['--json'], { from: 'user' });
  const { checks: verdicts } = JSON.parse(out);
  expect(verdicts.map(({ id }: { id: string }) => id)).toEqual(checks.map(({ id }) => id));
  for (const each of verdicts)
    expect(each).toMatchObject({
      expected: expect.any(Number),
      got: expect.any(Number),
      error: expect.any(Number),
      passed: true,
    });
});

it('names what differs, and exits with 1', async () => {
  await validateCommand(undefined, broken).parseAsync([], { from: 'user' });
  expect(process.exitCode).toBe(1);
  expect(out).toMatch(/^V1 .*FAILED$/m);
  expect(out).toContain(`${quick.length - 1} of ${quick.length} passed.`);
  expect(err).toMatch(
    /^error: V1, week of 2023-\d\d-\d\d: 575583\.\d+ token\/week, not 575582\.1457533\.\n$/,
  );
});

it('says so in JSON too', async () => {
  await validateCommand(undefined, broken).parseAsync(['--json'], { from: 'user' });
  expect(process.exitCode).toBe(1);
  expect(JSON.parse(out).checks[0]).toMatchObject({ id: 'V1', error: 1, passed: false });
});
