import { type ClaimedRuns, claimOf } from '../../../../../sim-core/evidence/claims-of.ts';
import { verdicts } from '../../../../../sim-core/metrics/verdicts.ts';
import { suggestion } from '../../../../../sim-core/scenario/nearest-name.ts';
import { markdownTable } from '../../../reference/markdown.ts';
import { type DraftFacts, percentText, readable, toWrite } from '../draft-facts.ts';

/** What is wanted, as rules with probabilities. */
export function objectiveSection({ comparison }: DraftFacts): string {
  const rows = comparison.verdicts.flatMap(({ title, rule, held }) => {
    const [before, after] = held;
    if (after === undefined) return [];
    const interval = `${percentText(after.low)} to ${percentText(after.high)}`;
    const share = (each: typeof before) => (each === undefined ? '–' : percentText(each.held / each.of));
    return [[`**${title}**: ${rule}`, share(before), `${share(after)} (${interval})`]];
  });
  return [
    '## Objectives',
    `P is the share of the runs in which a rule holds; behind it its 95 % interval. The objective: ${toWrite('which of these must hold, with what probability, such as P(sustainable) of at least 80 %')}`,
    markdownTable(['rule', 'P, no change', 'P, proposed'], rows),
  ].join('\n\n');
}

/** The numbers of the claims, spelled as the evidence spells them. */
export function outcomeSection({ block, runs: { base, proposal }, comparison }: DraftFacts): string {
  const runs: ClaimedRuns = { base, proposal, rules: verdicts, suggest: suggestion };
  const rows = block.claims.flatMap((claim) => {
    if (claim.kind !== 'quantiles' || claim.of !== 'proposal') return [];
    const before = claimOf({ ...claim, of: 'base' }, runs);
    const metric = proposal.metrics.find(({ id }) => claim.measure.startsWith(`${id}@`));
    const compared = comparison.measures.find(({ written }) => written === claim.measure);
    const name =
      metric === undefined ? `\`${claim.measure}\`` : `${metric.title} at the end (\`${claim.measure}\`)`;
    const numbers = (of: typeof before) =>
      of.kind === 'quantiles' ? of.values.map(({ value }) => value) : ['–', '–', '–'];
    const difference = compared?.differences[0];
    const interval = difference?.interval;
    return [
      [name, metric?.unit ?? '–', 'no change', ...numbers(before), ''],
      [
        ...['', '', '**proposed**'],
        ...numbers(claim),
        interval === undefined ? '' : `${readable(interval.low)} to ${readable(interval.high)}`,
      ],
    ];
  });
  return [
    '## Outcomes',
    `Over ${comparison.seeds.length} paired runs: each meets the same luck with and without the change. The last column is the 95 % interval of the mean difference, run by run.`,
    markdownTable(['measure', 'unit', 'scenario', 'p5', 'p50', 'p95', 'difference'], rows),
  ].join('\n\n');
}
