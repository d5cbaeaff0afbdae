import { type EvidenceBlock, evidenceText } from '../sim-core/evidence/evidence-block.ts';

/** A short hash of nothing, by which tests tell one from another. */
export const hash = (letter: string) => `sha256:${letter.repeat(32)}`;

/** Evidence with a line of nearly every kind; no run has made its numbers. */
export const exampleBlock: EvidenceBlock = {
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

/** A proposal around it. */
export const exampleProposal = `# A proposal\n\n${evidenceText(exampleBlock)}\n\nMore.\n`;
