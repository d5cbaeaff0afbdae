import type { Command } from '../../state/command.ts';
import { compare } from '../../state/compare/compare.ts';
import { comparisonCsv } from '../../state/compare/comparison-csv.ts';
import { parameterRows } from '../../state/compare/parameter-rows.ts';
import { proposalFrom } from '../../state/proposals/start-proposal.ts';
import { saveFile } from '../../state/save-file.ts';
import type { Studio } from '../../state/studio.ts';

const stateOf = ({ compare: { comparing } }: Studio) => comparing.state.get()?.state;

/** Comparisons of scenarios. */
export const compareCommands: readonly Command[] = [
  {
    id: 'compare.start',
    title: 'Run what the comparison lacks',
    keywords: ['compare', 'again', 'go on'],
    enabled: (studio) =>
      studio.compare.sides.get().length >= 2 && ['cancelled', 'failed'].includes(stateOf(studio) ?? ''),
    run: (studio) =>
      compare(
        studio,
        studio.compare.sides.get().map(({ ref }) => ref),
        studio.seedCount.get(),
      ),
  },
  {
    id: 'compare.cancel',
    title: 'Cancel the comparison',
    keywords: ['stop', 'end'],
    enabled: (studio) => stateOf(studio) === 'running',
    run: ({ compare: { comparing } }) => comparing.cancel(),
  },
  {
    id: 'compare.export',
    title: 'Export the comparison as CSV',
    keywords: ['download', 'save', 'data', 'difference', 'table'],
    enabled: (studio) => stateOf(studio) === 'done',
    async run(studio) {
      const { comparing, sides } = studio.compare;
      const comparison = comparing.state.get()?.comparison;
      if (comparison === undefined) return;
      const text = comparisonCsv(comparison, parameterRows(sides.get()));
      await saveFile(studio, { name: 'comparison.csv', type: 'text/csv', text });
    },
  },
  {
    id: 'compare.sensitivity',
    title: 'Find what matters most in the compared scenario',
    keywords: ['explore', 'sensitivity', 'tornado', 'assumption'],
    enabled: (studio) => studio.compare.sides.get().length >= 2,
    run({ compare: { sides, against }, location }) {
      const scenario = sides.get()[against.get()]?.scenario;
      if (scenario !== undefined)
        location.go({ screen: 'explore', scenario, search: { tab: 'sensitivity' } });
    },
  },
  {
    id: 'compare.propose',
    title: 'Start proposal from this comparison',
    keywords: ['write', 'governance', 'draft', 'vote'],
    enabled: (studio) => stateOf(studio) === 'done' && proposalFrom(studio.compare) !== undefined,
    async run(studio) {
      const asked = proposalFrom(studio.compare);
      if (asked === undefined) return;
      const spec = studio.compare.sides.get()[studio.compare.against.get()]?.spec;
      if (spec === undefined) return;
      await studio.proposals.compose(asked, await studio.preview.specDigest(spec));
      studio.location.go({ screen: 'propose' });
    },
  },
];
