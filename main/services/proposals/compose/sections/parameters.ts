import type { Parameter } from '../../../../../sim-core/contract/parameter.ts';
import { parameterDifferences } from '../../../../../sim-core/scenario/parameter-differences.ts';
import { parameterAt } from '../../../../../sim-core/scenario/set-parameter.ts';
import { markdownTable } from '../../../reference/markdown.ts';
import { type DraftFacts, readable, toWrite } from '../draft-facts.ts';

/** What would change: name, unit, now, proposed, and what the model allows. */
export function parameterSection({ base, proposal, block }: DraftFacts): string {
  const rows = parameterDifferences([base, proposal]).map(({ path, label, unit, shown: [from, to] }) => [
    `${label} (\`${path}\`)`,
    unit === 'mechanism' || unit === 'date' ? '–' : unit,
    from ?? 'not there',
    to ?? 'gone',
    rangeOf(parameterAt(proposal.spec, path, proposal.declared)?.parameter),
    toWrite('who'),
  ]);
  return [
    '## Parameters',
    rows.length === 0
      ? 'Nothing changes.'
      : markdownTable(
          ['parameter', 'unit', 'current', 'proposed', 'allowed range', 'who can change it'],
          rows,
        ),
    ...assumed(base, block.assumptions),
  ].join('\n\n');
}

/** What the numbers rest on besides: a reader who does not look into the evidence would take them for the scenario's own. */
function assumed(
  base: DraftFacts['base'],
  assumptions: DraftFacts['block']['assumptions'],
): readonly string[] {
  const listed = assumptions.map(({ path, from, to }) => {
    const label = parameterAt(base.spec, path, base.declared)?.parameter.label;
    return `${label === undefined ? `\`${path}\`` : `${label} (\`${path}\`)`} ${to} in the place of ${from}`;
  });
  return listed.length === 0
    ? []
    : [`Assumed in all runs, with and without the change: ${listed.join('; ')}.`];
}

function rangeOf(parameter: Parameter | undefined): string {
  if (parameter === undefined) return '–';
  if (parameter.kind === 'choice') return parameter.options.join(', ');
  if (!('min' in parameter)) return '–';
  const end = (value: number) => (Number.isFinite(value) ? readable(value) : 'no end');
  return `${end(parameter.min)} to ${end(parameter.max)}`;
}
