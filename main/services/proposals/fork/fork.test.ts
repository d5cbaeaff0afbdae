// Somebody's evidence on a real scenario, taken over with other values.
import { beforeAll, describe, expect, it } from 'vitest';
import { type EvidenceBlock, evidenceText } from '../../../../sim-core/evidence/evidence-block.ts';
import { parseEvidence } from '../../../../sim-core/evidence/parse-evidence.ts';
import { claimsOn, runBoth, smallEvidence } from '../../../../test/proposals/small-evidence.ts';
import { verifyEvidence } from '../verify/verify-evidence.ts';
import { forkEvidence } from './fork-evidence.ts';
import { forkView } from './fork-view.ts';
import { replyOf } from './write-reply.ts';

let small: Awaited<ReturnType<typeof smallEvidence>>;
let block: EvidenceBlock;
beforeAll(async () => {
  small = await smallEvidence();
  block = await small.proposing(
    [{ path: 'emission.halving.period', written: '1' }],
    [
      ...claimsOn('supply.circulating@end'),
      {
        ...{ kind: 'bound', measure: 'supply.circulating@end', side: '<', bound: '1500000' },
        ...{ share: '0', base: '0' },
      },
    ],
    '1..3',
  );
});

const foundIn = (text: string) => {
  const found = parseEvidence(text);
  if (!found.ok) throw new Error(found.problems[0]?.message);
  return found;
};
const fork = (set: Readonly<Record<string, string>>, text = evidenceText(block)) =>
  forkEvidence(
    foundIn(text),
    Object.entries(set).map(([path, written]) => ({ path, written })),
    { bench: small.bench, run: runBoth },
  );
const verified = (written: EvidenceBlock) =>
  verifyEvidence(foundIn(evidenceText(written)), small.bench, runBoth);

describe('a fork', () => {
  it('assumes a value that they do not propose in both, and has evidence of its own that holds', async () => {
    const { theirs, here, differences } = await fork({ 'agents.token.supply': '2000000' });
    expect(theirs.verification.outcome).toBe('reproduced');
    expect(theirs.block).toEqual(block);
    expect(differences).toEqual([
      { path: 'agents.token.supply', as: 'assumed', theirs: '1000000 token', here: '2000000 token' },
    ]);
    expect(here.block.assumptions).toEqual([
      { path: 'agents.token.supply', from: '1000000 token', to: '2000000 token' },
    ]);
    expect(here.block.changes).toEqual(block.changes);
    expect(here.block.base).toEqual(block.base);
    expect(here.block.digests.base).not.toBe(block.digests.base);
    expect(await verified(here.block)).toMatchObject({ outcome: 'reproduced' });
  });

  it('proposes another value where it is one that they change; the base stays', async () => {
    const { here, differences } = await fork({ 'emission.halving.period': '2' });
    expect(differences).toMatchObject([{ as: 'proposed', theirs: '1 month', here: '2 month' }]);
    expect(here.block).toMatchObject({ assumptions: [], changes: [{ from: '24 month', to: '2 month' }] });
    expect(here.block.digests.base).toBe(block.digests.base);
    expect(here.block.digests.proposal).not.toBe(block.digests.proposal);
    expect(await verified(here.block)).toMatchObject({ outcome: 'reproduced' });
  });

  it('of a fork keeps what that assumes, unless it says otherwise', async () => {
    const first = await fork({ 'agents.token.supply': '2000000' });
    const text = evidenceText(first.here.block);
    const second = await fork({ 'emission.halving.period': '2' }, text);
    expect(second.here.block.assumptions).toHaveLength(1);
    expect(await verified(second.here.block)).toMatchObject({ outcome: 'reproduced' });
    const back = await fork({ 'agents.token.supply': '1000000' }, text);
    expect(back.here.block.assumptions).toEqual([]);
    expect(back.here.block.digests).toEqual(block.digests);
    expect(back.differences).toMatchObject([{ theirs: '2000000 token', here: '1000000 token' }]);
  });

  it('of a fork changes one part of a distribution, and keeps the others as that assumes them', async () => {
    const first = await fork({ 'agents.providers.hurdle.sigma': '0.9' });
    const { here, differences } = await fork(
      { 'agents.providers.hurdle.median': '200' },
      evidenceText(first.here.block),
    );
    const both = '{lognormal: {median: 200, sigma: 0.9}}';
    expect(differences).toMatchObject([{ theirs: '{lognormal: {median: 365, sigma: 0.9}}', here: both }]);
    expect(here.block.assumptions).toMatchObject([{ path: 'agents.providers.hurdle', to: both }]);
    expect(await verified(here.block)).toMatchObject({ outcome: 'reproduced' });
  });

  it('proposes otherwise what belongs to a mechanism that only the proposal has', async () => {
    const swapped = await small.proposing(
      [{ path: 'mechanism.emission.net', written: 'emission.fixed' }],
      claimsOn('supply.circulating@end'),
      '1..3',
    );
    const { here, differences } = await fork({ 'emission.fixed.amount': '7' }, evidenceText(swapped));
    expect(differences).toMatchObject([{ path: 'emission.fixed.amount', as: 'proposed' }]);
    expect(here.block).toMatchObject({ assumptions: [], changes: [{}, { path: 'emission.fixed.amount' }] });
    expect(await verified(here.block)).toMatchObject({ outcome: 'reproduced' });
  });

  it('whose assumption is changed by a digit is not reproduced, and the line is named', async () => {
    const { here } = await fork({ 'agents.token.supply': '2000000' });
    const wrong = evidenceText(here.block).replace('1000000 token ->', '1000001 token ->');
    const { lines } = await verifyEvidence(foundIn(wrong), small.bench, runBoth);
    expect(lines.find(({ text }) => text.startsWith('assume'))?.standing).toBe('differs');
    const text = evidenceText(here.block);
    const line = text.split('\n').find((each) => each.startsWith('assume')) ?? '';
    for (const { index: at } of line.matchAll(/\d/g)) {
      const other = `${line.slice(0, at)}${(Number(line[at]) + 1) % 10}${line.slice(at + 1)}`;
      const checked = await verifyEvidence(foundIn(text.replace(line, other)), small.bench, runBoth);
      expect(checked.outcome, other).toBe('differs');
    }
    const proposed = { ...here.block, assumptions: block.changes };
    expect((await verified(proposed)).lines.find(({ text }) => text.startsWith('assume'))?.why).toMatch(
      /what the proposal changes/,
    );
  });

  it.each([
    [{ 'agents.token.supply': '1000000' }, 'fork.no-change'],
    [{ 'agents.token.suply': '1' }, 'fork.assumption'],
    [{ 'emission.halving.period': 'soon' }, 'parameter.not-a-number'],
    [{ overlay: 'price-crash' }, 'fork.overlay'],
  ] as const)('with %j is refused', async (set, code) => {
    await expect(fork(set)).rejects.toMatchObject({ code });
  });

  it('of evidence that cannot be run here says why', async () => {
    const text = evidenceText({ ...block, base: { ...block.base, id: 'nowhere' } });
    await expect(fork({ 'agents.token.supply': '2000000' }, text)).rejects.toMatchObject({
      code: 'fork.cannot-run',
      message: expect.stringContaining('There is no scenario nowhere here'),
    });
  });
});

describe('the reply', () => {
  it('shows what differs and what comes of it, beside theirs, and holds its evidence', async () => {
    const made = await fork({ 'agents.token.supply': '2000000' });
    const view = replyOf(made, { text: '# Halve sooner\n', from: 'hub: proposal 0x1' });
    const text = view.reply;
    expect(text).toContain('# Counter-evidence: Halve sooner\n');
    expect(text).toContain('(hub: proposal 0x1)');
    expect(text).toMatch(/\| \S.* \(`agents\.token\.supply`\) \| 1000000 token \| \*\*2000000 token\*\* \|/);
    const [first] = view.outcomes;
    expect(first?.theirs).not.toEqual(first?.here);
    for (const number of [...(first?.theirs ?? []), ...(first?.here ?? [])]) expect(text).toContain(number);
    expect(foundIn(text).block).toEqual(made.here.block);
    expect(view.sentences).toEqual([
      expect.stringMatching(/< 1500000” turns: true in 0 % of the runs here, in 100 %/),
    ]);
  });

  it('says where a number of theirs does not hold', async () => {
    const [claim] = block.claims;
    if (claim?.kind !== 'quantiles') throw new Error('no claim');
    const lie = claim.values.map((each) => ({ ...each, value: '1' }));
    const text = evidenceText({ ...block, claims: [{ ...claim, values: lie }] });
    const view = forkView(await fork({ 'agents.token.supply': '2000000' }, text));
    expect(view.outcomes[0]).toMatchObject({
      reproduced: false,
      theirs: claim.values.map(({ value }) => value),
    });
  });
});
