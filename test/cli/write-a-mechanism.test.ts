// Follows docs/how-to/write-a-mechanism.md literally: its files, its commands.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { followPage, holdsWhatItSays } from './follow-page.ts';

const page = await followPage('write-a-mechanism.md');
const { folder, answerTo, run } = page;
const read = (name: string): string => readFileSync(path.join(folder, 'my-project', name), 'utf8');

describe('the page', () => {
  holdsWhatItSays(page, 11);

  it('performs the example, trusts by hash, and says which files it wrote', () => {
    expect(answerTo('new-mechanism')?.out).toContain('mechanisms/emission/joining-bonus.js');
    expect(answerTo('trust')?.out).toMatch(
      /trusted {2}sha256:[0-9a-f]{64} {2}mechanisms\/emission\/joining-bonus\.js/,
    );
    expect(answerTo('test-mechanisms')?.out).toContain('1 of 1 examples come out as they say');
  });

  it('runs with the mechanism and the metric, which the manifest names with their hashes', () => {
    const manifest = JSON.parse(read('out/manifest.json'));
    expect(manifest.spec.code.map(({ name }: { name: string }) => name)).toEqual([
      'mechanisms/emission/joining-bonus.js',
      'metrics/supply-burn-rate.js',
    ]);
    expect(manifest.spec.mechanisms.map(({ id }: { id: string }) => id)).toContain('emission.joining-bonus');
    expect(read('out/metrics.csv').split('\n')[0]).toContain('supply.burn-rate');
    expect(read('out/dictionary.csv')).toContain('Tokens burned on the day, times 365');
  });

  it('has it in the schema and in the reference', () => {
    expect(read('scenario.schema.json')).toContain('emission.joining-bonus');
    expect(read('reference/mechanisms-emission.md')).toContain('## Joining bonus');
  });
});

describe('code that is not trusted', () => {
  it('does not run, and says what to read', async () => {
    const file = path.join(folder, 'my-project/mechanisms/emission/joining-bonus.js');
    writeFileSync(file, `${readFileSync(file, 'utf8')}// changed\n`);
    const { code, err, out } = await run(
      'npm run -s studio -- run my-project/scenarios/my-network --seeds 1',
    );
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/This scenario needs code sha256:[0-9a-f]{64}\./);
    expect(err).toContain(
      'Read mechanisms/emission/joining-bonus.js. If you trust it, allow it once: depin-studio trust',
    );
  });

  it('is not written over', async () => {
    const { code, err } = await run(
      'npm run -s studio -- new-mechanism emission.joining-bonus --project my-project',
    );
    expect(code).toBe(2);
    expect(err).toContain('is there already');
  });
});
