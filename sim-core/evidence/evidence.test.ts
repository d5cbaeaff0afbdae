import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleBlock as block, hash, exampleProposal as text } from '../../test/example-evidence.ts';
import type { BatchResult } from '../contract/run.ts';
import { mechanisms } from '../mechanisms/index.ts';
import { writeValue } from '../scenario/write-value.ts';
import { type Claim, claimText, parseClaim } from './claim.ts';
import { claimNumber } from './claim-number.ts';
import { claimOf } from './claims-of.ts';
import { evidenceLines, evidenceText } from './evidence-block.ts';
import { parseEvidence } from './parse-evidence.ts';

describe('evidence', () => {
  it('is read back as it was written', () => {
    const read = parseEvidence(text);
    expect(read).toMatchObject({ ok: true, block });
    if (!read.ok) return;
    expect(read.lines.map(({ keyword, text: rest }) => `${keyword.padEnd(9)} ${rest}`)).toEqual(
      evidenceLines(block),
    );
    for (const { number, keyword } of read.lines) expect(text.split('\n')[number - 1]).toMatch(keyword);
  });

  it('names every parameter that a proposal can change, as scenarios name it', () => {
    for (const { id, parameters } of mechanisms)
      for (const [name, parameter] of Object.entries(parameters)) {
        const to = parameter.default === undefined ? undefined : writeValue(parameter.default, parameter);
        if (to === undefined) continue;
        const changes = [{ path: `${id}.${name}`, from: '1', to }];
        const written = evidenceText({ ...block, changes, assumptions: changes });
        expect(parseEvidence(written)).toMatchObject({ ok: true, block: { changes, assumptions: changes } });
      }
  });

  it('names a module whose file has a space in its name, as bundles take it', () => {
    const code = [{ name: 'mechanisms/emission/joining bonus 2.js', id: hash('c') }];
    expect(parseEvidence(evidenceText({ ...block, code }))).toMatchObject({ ok: true, block: { code } });
  });

  it('survives what editors do to spaces, indents and line ends', () => {
    const mangled = text.replaceAll(/ {2,}/g, '   ').replaceAll('\n', '  \r\n');
    expect(parseEvidence(mangled)).toMatchObject({ ok: true, block });
  });

  it.each([
    ['no block', '# Nothing', 'evidence.missing'],
    ['two blocks', `${text}${text}`, 'evidence.missing'],
    ['a block without an end', text.replace(/```\n\nMore/, ''), 'evidence.missing'],
    [
      'a block of a million lines',
      text.replace('verify', `${'claim x\n'.repeat(1e4)}verify`),
      'evidence.too-long',
    ],
  ])('is refused with %s', (_, given, code) => {
    expect(parseEvidence(given)).toMatchObject({ ok: false, problems: [{ code }] });
  });

  it.each([
    ['engine', 'engine    sim-core one sha256:00'],
    ['base', `base      ../../etc/passwd@3 ${hash('b')}`],
    ['base', `base      wireless-burn-mint@3 sha256:1234`],
    ['code', `code      mechanisms/../../x.js ${hash('c')}`],
    ['code', `code      x.js ${hash('c')}`],
    ['horizon', 'horizon   99999d step 1d providers 10000'],
    ['horizon', 'horizon   365d step 1d providers 99999999'],
    ['runs', 'runs      200 seeds 1..999999999'],
    ['runs', 'runs      10 seeds 1..200'],
    ['runs', 'runs      20000 seeds 1..20000'],
    ['runs', 'runs      1200 seeds 1..1200'],
    ['digest', 'digest    other sha256:00'],
    ['claim', 'claim     everything is fine'],
    ['rm', 'rm        -rf /'],
  ])('names the line of a bad %s', (keyword, line) => {
    const lines = text.split('\n');
    const at = lines.findIndex((each) => each.startsWith(keyword === 'rm' ? 'verify' : keyword));
    lines[at] = line;
    const read = parseEvidence(lines.join('\n'));
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect(read.problems.map(({ where }) => where)).toContain(`line ${at + 1}`);
    for (const { message, hint } of read.problems)
      expect(message.length * (hint ?? '').length).toBeGreaterThan(0);
  });

  it.each([
    ['proposal', `proposal  other@1 ${hash('f')}\n`.repeat(2)],
    ['bundle', `bundle    ${'b'.repeat(30)}\n`],
  ])('refuses two lines "%s", of which one would be passed over', (keyword, more) => {
    expect(parseEvidence(text.replace('engine ', `${more}engine `))).toMatchObject({
      ok: false,
      problems: [{ message: expect.stringContaining(`lines "${keyword}", not one.`) }],
    });
  });
});

describe('a claim', () => {
  it('is read back from its line, whatever its numbers', () => {
    const value = fc.double().map(claimNumber);
    const quantiles = fc.array(fc.record({ percent: fc.integer({ min: 0, max: 99 }), value }), {
      minLength: 1,
    });
    const measure = fc.constantFrom(
      'providers.active@60mo',
      'market.price@2024-06-01',
      'max(supply.circulating)',
    );
    const claim: fc.Arbitrary<Claim> = fc.oneof(
      fc.record({
        kind: fc.constant('quantiles'),
        of: fc.constantFrom('base', 'proposal'),
        measure,
        values: quantiles,
      }),
      fc.record({ kind: fc.constant('difference'), measure, values: quantiles }),
      fc.record({
        kind: fc.constant('verdict'),
        id: fc.constantFrom('solvent', 'no-spiral'),
        share: value,
        base: value,
      }),
    );
    fc.assert(
      fc.property(claim, (each) => {
        expect(parseClaim(claimText(each))).toEqual(each);
      }),
    );
  });

  it('of a difference pairs the seeds that came to their end in both', () => {
    const batch = (last: Readonly<Record<string, number>>): BatchResult => ({
      ...{ metrics: [{ id: 'a', title: 'A', unit: '1', definition: '', source: '' }], breakdowns: [] },
      ...{ sampleTicks: [], startDay: 0, ticks: 1, failures: [], verdicts: [], digest: '' },
      seeds: Object.entries(last).map(([seed, value]) => ({
        ...{ seed, columns: [Float64Array.of(value)], breakdowns: [], digest: '' },
      })),
    });
    const runs = { base: batch({ x: 1, y: 10, z: 100 }), proposal: batch({ y: 12, z: 104 }) };
    const asked: Claim = { kind: 'difference', measure: 'a@end', values: [{ percent: 50, value: '0' }] };
    expect(claimOf(asked, { ...runs, rules: [], suggest: () => '' })).toEqual({
      ...asked,
      values: [{ percent: 50, value: '3' }],
    });
  });

  it('spells numbers in six digits, whole ones without a point', () => {
    expect([41_213, 0.1 + 0.2, 1234.5678, -0, 1e21, 1.5e-9, Number.NaN].map(claimNumber)).toEqual([
      ...['41213', '0.3', '1234.57', '0', '1e+21', '1.5e-9', 'none'],
    ]);
  });
});
