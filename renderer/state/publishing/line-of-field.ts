import { draftHead, headLine } from '../proposals/draft-head.ts';
import { proposalText } from '../proposals/proposal-text.ts';
import type { DraftField } from './field-of-rule.ts';

/** The line of a draft on which a field stands, from 1; undefined where the text does not say it. */
export function lineOfField(text: string, field: DraftField): number | undefined {
  if (field !== 'title' && field !== 'body') return headLine(draftHead(text), field);
  const { titleLine, headLines } = proposalText(text);
  if (field === 'title') return titleLine > 0 ? titleLine : headLines + 1;
  const lines = text.split('\n');
  const after = Math.max(titleLine, headLines);
  const found = lines.findIndex((line, i) => i >= after && line.trim() !== '');
  return found < 0 ? lines.length : found + 1;
}
