// Real data on the forecast of evidence, on a real scenario.
import { beforeAll, describe, expect, it } from 'vitest';
import { type EvidenceBlock, evidenceText } from '../../../../sim-core/evidence/evidence-block.ts';
import { parseEvidence } from '../../../../sim-core/evidence/parse-evidence.ts';
import { dayOf, isoDate } from '../../../../sim-core/kernel/calendar.ts';
import { claimsOn, runBoth, smallEvidence } from '../../../../test/proposals/small-evidence.ts';
import { mappingsOf } from '../../jobs/read-given-record.ts';
import { prepare } from '../verify/prepare.ts';
import { seedsOf } from '../verify/verify-evidence.ts';
import { judgeOutcome } from './judge-outcome.ts';

let small: Awaited<ReturnType<typeof smallEvidence>>;
let block: EvidenceBlock;
/** Circulating supply with the change and without, day by day. */
let paths: { readonly proposal: Float64Array; readonly base: Float64Array };
beforeAll(async () => {
  small = await smallEvidence();
  block = await small.proposing(
    [{ path: 'emission.halving.period', written: '1' }],
    claimsOn('supply.circulating@end'),
    '1..3',
  );
  const { documents } = await prepare(found(), small.bench);
  if (documents === undefined) throw new Error('it does not run');
  const runs = await runBoth(documents, seedsOf('1..3'));
  const column = runs.base.metrics.findIndex(({ id }) => id === 'supply.circulating');
  const pathOf = (of: 'base' | 'proposal') => runs[of].seeds[0]?.columns[column] ?? new Float64Array();
  paths = { proposal: pathOf('proposal'), base: pathOf('base') };
});

const found = () => {
  const read = parseEvidence(evidenceText(block));
  if (!read.ok) throw new Error(read.problems[0]?.message);
  return read;
};

const first = dayOf('2024-01-01') ?? 0;
const csv = (values: Iterable<number>, { from = first, name = 'supply.circulating', every = 1 } = {}) =>
  `date,${name}\n${[...values].map((value, i) => `${isoDate(from + i * every)},${value}\n`).join('')}`;

const judge = (
  text: string,
  { dayOne, columns }: { dayOne?: string; columns?: Record<string, string> } = {},
) => {
  const options = mappingsOf(columns === undefined ? {} : { columns });
  if ('problem' in options) throw new Error(options.problem.message);
  const day = dayOne === undefined ? undefined : dayOf(dayOne);
  return judgeOutcome(
    {
      ...{ found: found(), record: { name: 'actual.csv', text }, options },
      ...(day === undefined ? {} : { dayOne: day }),
    },
    {
      ...{ bench: small.bench, run: runBoth },
      metricsOf: async (document) =>
        (await runBoth({ base: document, proposal: document }, ['1'])).base.metrics,
    },
  );
};

describe('a forecast', () => {
  it('holds where what came is what its runs say, and says by how much it beats no change', async () => {
    const { columns, seeds, ticks } = await judge(csv(paths.proposal));
    const [column] = columns;
    expect([seeds, ticks]).toEqual([3, 20]);
    expect(column).toMatchObject({
      ...{ metric: 'supply.circulating', how: 'at', standing: 'held' },
      scores: { proposal: { observations: 20, in80: 1, in90: 1, crps: expect.closeTo(0, 6) } },
    });
    expect(column?.scores.base.crps).toBeGreaterThan(0);
    expect(column?.sentence).toMatch(
      /: the forecast held\. 20 of 20 observations \(100 %\) lie inside p5 to p95, .* nearer to the runs with it\.$/,
    );
    expect(column?.observations[19]).toMatchObject({
      tick: 19,
      value: paths.proposal[19],
      p90: expect.closeTo(paths.proposal[19] ?? 0, 6),
    });
    expect(column?.fans.proposal.median).toHaveLength(20);
    expect(column?.fans.base.median[19]).toBeCloseTo(paths.base[19] ?? 0, 6);
  });

  it('does not hold where what came is what no change would have brought', async () => {
    const [column] = (await judge(csv(paths.base))).columns;
    expect(column).toMatchObject({ standing: 'missed', scores: { base: { in90: 1 } } });
    expect(column?.sentence).toMatch(/did not hold.* nearer to the runs without it\.$/);
  });

  it('is moved to the date on which it came true; what lies outside is told', async () => {
    const text = csv([...paths.proposal, 1], { from: dayOf('2026-03-01') ?? 0 });
    const outcome = await judge(text, { dayOne: '2026-03-01' });
    expect(outcome).toMatchObject({ startDay: dayOf('2026-03-01'), columns: [{ standing: 'held' }] });
    expect(outcome.notes.join()).toMatch(
      /1 of 21 values lie outside the forecast \(2026-03-01 to 2026-03-20\)/,
    );
    await expect(judge(text)).rejects.toMatchObject({ code: 'outcome.no-overlap' });
  });

  it('of few observations says so; columns are mapped as for calibrate, and a mean covers its days', async () => {
    const mean = (from: number) =>
      paths.proposal.slice(from, from + 7).reduce((sum, each) => sum + each, 0) / 7;
    const text = csv([mean(0), mean(7)], { name: 'supply', every: 7 });
    const [column] = (await judge(text, { columns: { supply: 'mean(supply.circulating)' } })).columns;
    expect(column).toMatchObject({
      how: 'mean',
      standing: 'held',
      observations: [{ tick: 6, days: 7 }, { tick: 13 }],
    });
    expect(column?.sentence).toContain('Only 2 observations say little.');
  });

  it('of a sum is told in what a row has, not in what a day has', async () => {
    const text = csv([70, 70], { name: 'minted', every: 7 });
    const [column] = (await judge(text, { columns: { minted: 'sum(supply.minted)' } })).columns;
    expect(column).toMatchObject({ how: 'sum', unit: 'token/day' });
    expect(column?.sentence).toMatch(/The mean CRPS is [\d,.]+ token a row, and [\d,.]+ without/);
    expect(column?.sentence).not.toContain('token/day');
  });

  it.each([
    ['date,supply.circulating\n2024-01-01,1x\n', 'record.no-number'],
    ['date,nothing\n2024-01-01,1\n', 'record.nothing-mapped'],
    ['supply.circulating\n1\n', 'record.no-date-column'],
  ])('%j is refused as calibrate refuses it', async (text, code) => {
    await expect(judge(text)).rejects.toMatchObject({ code });
  });
});
