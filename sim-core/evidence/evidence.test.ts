import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Claim, claimText, parseClaim } from './claim.ts';
import { claimNumber } from './claim-number.ts';
import { type EvidenceBlock, evidenceLines, evidenceText } from './evidence-block.ts';
import { parseEvidence } from './parse-evidence.ts';

const hash = (letter: string) => `sha256:${letter.repeat(32)}`;

const block: EvidenceBlock = {
  engine: { version: '0.1.0', id: hash('a') },
  base: { id: 'wireless-burn-mint', version: 3, digest: hash('b') },
  code: [{ name: 'mechanisms/emission/grant.js', id: hash('c') }],
  assumptions: [],
  changes: [
    { path: 'emission.halving.period', from: '24 month', to: '18 month' },
    { path: 'agents.providers.hurdle', from: '{lognormal: {median: 1, sigma: 0.5}}', to: '2 USD' },
  ],
  ...{ ticks: 1826, providers: 10_000, seeds: '1..200', count: 200 },
  claims: [
    {
      ...{ kind: 'quantiles', of: 'proposal', measure: 'providers.active@60mo' },
      values: [
        { percent: 10, value: '28800' },
        { percent: 50, value: '41213' },
      ],
    },
    { kind: 'difference', measure: 'mean(market.price)', values: [{ percent: 2.5, value: '-0.125' }] },
    { kind: 'verdict', id: 'sustainable', share: '0.83', base: '0.61' },
    { kind: 'bound', measure: 'supply.inflation@end', side: '<', bound: '0.12', share: '0.95', base: '0.9' },
  ],
  digests: { base: hash('d'), proposal: hash('e') },
  bundle: 'bafyreigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi',
  verify: 'https://example.org/depin-studio v0.1.0: depin-studio verify proposal.md',
};

const text = `# A proposal\n\n${evidenceText(block)}\n\nMore.\n`;

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
});

describe('a claim', () => {
  it('is read back from its line, whatever its numbers', () => {
    const value = fc
      .double({ noNaN: false })
      .filter((each) => each !== Number.POSITIVE_INFINITY)
      .map(claimNumber);
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

  it('spells numbers in six digits, whole ones without a point', () => {
    expect([41_213, 0.1 + 0.2, 1234.5678, -0, 1e21, 1.5e-9, Number.NaN].map(claimNumber)).toEqual([
      ...['41213', '0.3', '1234.57', '0', '1e+21', '1.5e-9', 'none'],
    ]);
  });
});
