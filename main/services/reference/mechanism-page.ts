import type { Declaration } from '../../../sim-core/contract/extension.ts';
import type { Example, Mechanism } from '../../../sim-core/contract/mechanism.ts';
import type { Parameter } from '../../../sim-core/contract/parameter.ts';
import type { Slot } from '../../../sim-core/contract/slot.ts';
import { isoDate } from '../../../sim-core/kernel/calendar.ts';
import { showValue } from '../../../sim-core/scenario/show-value.ts';
import { markdownTable } from './markdown.ts';

/** All that the mechanisms of a slot declare, as Markdown. */
export function mechanismPage(slot: Slot, mechanisms: readonly Declaration[]): string {
  return [`# Mechanisms: ${slot}`, generated, ...mechanisms.map(section)].join('\n\n').concat('\n');
}

export const generated =
  '<!-- Made by `npm run -s studio -- reference --out docs/reference`. Change the declarations, not this page. -->';

function section(mechanism: Declaration): string {
  const {
    id,
    version,
    title,
    summary,
    sources,
    parameters,
    needs = [],
    follows = [],
    reads,
    writes,
    invariants = [],
    examples,
  } = mechanism;
  const rows = Object.entries(parameters).map(([name, parameter]) => [
    `\`${id}.${name}\``,
    parameter.label,
    parameter.unit,
    defaultOf(parameter),
    rangeOf(parameter),
    parameter.why,
    parameter.source?.title ?? 'assumption',
  ]);
  const parts = [
    `## ${title}`,
    `\`${id}\`, version ${version}. ${summary}`,
    sources.length > 0 ? `Sources: ${sources.map(sourceText).join('; ')}.` : '',
    rows.length > 0
      ? markdownTable(['parameter', 'label', 'unit', 'default', 'range', 'why', 'source'], rows)
      : '',
    `Reads ${paths(reads)}. Writes ${paths(writes)}.`,
    needs.length > 0 ? `Needs ${paths(needs)} of other mechanisms.` : '',
    follows.length > 0 ? `Stands behind what sets ${paths(follows)} in its slot.` : '',
    ...invariants.map(({ says }) => `Always: ${says}`),
    `Examples, which are its tests:\n\n${examples.map(exampleText).join('\n')}`,
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

const sourceText = ({ title, url }: Mechanism['sources'][number]): string =>
  url ? `[${title}](${url})` : title;

const paths = (names: readonly string[]): string =>
  names.length > 0 ? names.map((name) => `\`${name}\``).join(', ') : 'nothing';

const exampleText = ({ says }: Example): string => `- ${says}`;

function defaultOf(parameter: Parameter): string {
  if (!('default' in parameter) || parameter.default === undefined) return 'none: to be given';
  return parameter.kind === 'date' ? isoDate(parameter.default) : showValue(parameter.default, parameter);
}

function rangeOf(parameter: Parameter): string {
  if (parameter.kind === 'choice') return parameter.options.join(', ');
  if (parameter.kind === 'table') return Object.keys(parameter.columns).join(', ');
  return 'min' in parameter ? `${parameter.min} .. ${parameter.max}` : '';
}
