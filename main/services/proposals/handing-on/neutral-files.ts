import { claimText } from '../../../../sim-core/evidence/claim.ts';
import { changeText, type EvidenceBlock } from '../../../../sim-core/evidence/evidence-block.ts';
import { parseEvidence } from '../../../../sim-core/evidence/parse-evidence.ts';
import { readDraft } from '../../publish/draft/read-draft.ts';
import { draftSections } from './draft-sections.ts';

export interface NeutralFile {
  readonly name: string;
  readonly text: string;
}

/**
 * A proposal for networks that vote elsewhere than on Snapshot: Markdown without a head, what it says of the vote in words, and the same
 * as JSON for programs, its evidence in parts. `name` is the draft's, without an ending. Throws `draft.unreadable`.
 */
export function neutralFiles(draft: string, name: string): readonly NeutralFile[] {
  const { title, body, choices, discussion, labels } = readDraft(draft, {}, `${name}.md`);
  const told = [
    `- Choices: ${choices.join(', ')}`,
    ...(discussion === '' ? [] : [`- Discussion: ${discussion}`]),
    ...(labels.length === 0 ? [] : [`- Labels: ${labels.join(', ')}`]),
  ];
  const markdown = `# ${title}\n\n${body}\n\n## The vote\n\n${told.join('\n')}\n`;
  const summary = draftSections(draft).sections.find(({ heading }) => heading === 'Summary')?.text;
  const found = parseEvidence(draft);
  const json = {
    kind: 'depin-proposal/1',
    title,
    summary: summary?.replace(/^##.*\n+/, '') ?? '',
    ...{ choices, discussion, labels },
    evidence: found.ok ? evidenceParts(found.block) : null,
    markdown: `# ${title}\n\n${body}\n`,
  };
  return [
    { name: `${name}.neutral.md`, text: markdown },
    { name: `${name}.neutral.json`, text: `${JSON.stringify(json, null, 2)}\n` },
  ];
}

/** The block as data: claims and changes stay as they are spelled, since that is what holds or differs. */
const evidenceParts = ({ claims, changes, assumptions, ...block }: EvidenceBlock) => ({
  ...block,
  changes: changes.map(changeText),
  assumptions: assumptions.map(changeText),
  claims: claims.map(claimText),
});
