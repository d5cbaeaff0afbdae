import { evidenceText } from '../../../../sim-core/evidence/evidence-block.ts';
import { parameterDifferences } from '../../../../sim-core/scenario/parameter-differences.ts';
import { type DraftFacts, percentText, toWrite } from './draft-facts.ts';
import { chartsSection } from './sections/charts.ts';
import { gainsSection } from './sections/gains.ts';
import { objectiveSection, outcomeSection } from './sections/outcomes.ts';
import { parameterSection } from './sections/parameters.ts';
import { assumptionSection, flipSection } from './sections/rests.ts';
import { stressSection } from './sections/stress.ts';

/** A proposal as Markdown: what data can say is said, and what only people know is marked as still to be written. */
export function writeDraft(facts: DraftFacts): string {
  return `${[
    `# ${titleOf(facts)}`,
    '## Summary',
    summary(facts),
    '## Motivation',
    toWrite('what is wrong today, for whom, and why now'),
    parameterSection(facts),
    objectiveSection(facts),
    outcomeSection(facts),
    ...chartsSection(facts),
    gainsSection(facts),
    stressSection(facts),
    assumptionSection(facts),
    flipSection(facts),
    '## Drawbacks and alternatives',
    toWrite('what speaks against it, what else was considered, and why not that'),
    '## Execution',
    toWrite('who does what in which order, with addresses or parameters of the transactions'),
    '## Reversibility and review',
    `${toWrite('how it is undone, and by whom')} Review on ${toWrite('date')}: real data are then held against the forecast above.`,
    '## How to verify',
    howToVerify(facts.block),
    evidenceText(facts.block),
  ].join('\n\n')}\n`;
}

/** "Wireless, burn and mint: Halves every 24 month → 18 month". */
function titleOf({ base, proposal }: Pick<DraftFacts, 'base' | 'proposal'>): string {
  const changes = parameterDifferences([base, proposal]);
  const [first, second] = changes;
  const title = base.metadata.title;
  if (first === undefined) return `${title}: no change`;
  const one = ({ label, shown: [from, to] }: typeof first) => `${label} ${from ?? 'none'} → ${to ?? 'none'}`;
  const told =
    second === undefined
      ? one(first)
      : changes.length === 2
        ? `${one(first)}, ${one(second)}`
        : `${one(first)} and ${changes.length - 1} more changes`;
  return `${title}: ${told}`.slice(0, 256);
}

function summary({ comparison, block, baseId }: DraftFacts): string {
  const moved = comparison.verdicts.flatMap(({ title, held, flips }) => {
    const [before, after] = held;
    const [flip] = flips;
    if (before === undefined || after === undefined || flip === undefined || flip.gained + flip.lost === 0)
      return [];
    return [
      `${title} in ${percentText(after.held / after.of)} of the runs, ${percentText(before.held / before.of)} without the change`,
    ];
  });
  const verdicts =
    moved.length === 0 ? 'No rule of health turns in any run.' : `What turns: ${moved.join('; ')}.`;
  return `${toWrite('the proposal in two sentences')}\n\nSimulated with DePIN Studio against \`${baseId}\`: ${comparison.seeds.length} paired runs of ${block.ticks} days. ${verdicts}`;
}

function howToVerify({ bundle }: DraftFacts['block']): string {
  const travels =
    bundle === undefined
      ? ''
      : ` What it was run on travels in \`${bundle}.car\`: keep that file beside this text, or give it to Verify.`;
  return `Paste this text into DePIN Studio (Propose, Verify), or save it and run the command of the last line of the block below.${travels} Every number of the block is computed again on your machine; the outcome is the same to the last bit, or the line that differs is named.`;
}
