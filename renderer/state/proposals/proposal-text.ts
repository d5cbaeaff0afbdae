import { draftHead, headList, headValue } from './draft-head.ts';

/** A proposal's text in the parts that a venue asks for. */
export interface ProposalText {
  /** The first heading; empty where there is none. */
  readonly title: string;
  /** Line of the text that it stands on, from 1. */
  readonly titleLine: number;
  /** What follows the title. */
  readonly body: string;
  /** As given at the head of the file, between two lines of `---`; otherwise for, against, abstain. */
  readonly choices: readonly string[];
  readonly discussion: string;
  /** Lines of the head; 0 where there is none. */
  readonly headLines: number;
}

const usualChoices = ['For', 'Against', 'Abstain'];

/** Takes a file apart: an optional head with `choices: A, B` and `discussion: https://…`, the title, the body. */
export function proposalText(text: string): ProposalText {
  const lines = text.split('\n');
  const head = draftHead(text);
  const found = lines.findIndex((line, i) => i >= head.count && /^#\s+\S/.test(line));
  return {
    title: found < 0 ? '' : (lines[found] ?? '').replace(/^#\s+/, '').trim(),
    titleLine: found + 1,
    body: lines
      .slice(found < 0 ? head.count : found + 1)
      .join('\n')
      .trim(),
    choices: headList(head, 'choices') ?? usualChoices,
    discussion: headValue(head, 'discussion'),
    headLines: head.count,
  };
}
