import { parseDocument } from 'yaml';
import { z } from 'zod';
import { StudioError } from '../../../../sim-core/contract/errors.ts';
import type { ProposalDraft } from '../../../api/publish/draft.ts';

const seconds = z.int().nonnegative();

/** What a draft may say of itself above its text. */
const heading = z.strictObject({
  title: z.string().exactOptional(),
  choices: z.array(z.string()).readonly().exactOptional(),
  discussion: z.string().exactOptional(),
  labels: z.array(z.string()).readonly().exactOptional(),
  type: z.string().exactOptional(),
  privacy: z.string().exactOptional(),
  space: z.string().exactOptional(),
  from: z.string().exactOptional(),
  start: seconds.exactOptional(),
  period: seconds.exactOptional(),
  block: seconds.exactOptional(),
});

export type DraftHeading = z.infer<typeof heading>;

const usual = {
  choices: ['For', 'Against', 'Abstain'],
  discussion: '',
  labels: [],
  type: 'basic',
  privacy: '',
};

/**
 * A draft from Markdown. Its first heading is the title, the rest the body; keys between two lines of `---` above it say more, and
 * `said` (from the command line or a form) wins over both. Throws `draft.unreadable` with the line.
 */
export function readDraft(text: string, said: DraftHeading, where: string): ProposalDraft {
  const { above, rest } = split(text.replaceAll('\r\n', '\n'));
  const written = headingIn(above, where);
  const first = /^\s*#\s+(.+?)\s*#*\s*(?:\n|$)/.exec(rest);
  return {
    ...usual,
    title: first?.[1] ?? '',
    body: (first === null ? rest : rest.slice(first[0].length)).trim(),
    space: '',
    from: '',
    ...written,
    ...said,
  };
}

function split(text: string): { readonly above: string; readonly rest: string } {
  const found = /^---\n([\s\S]*?)\n---\n/.exec(text);
  return found === null
    ? { above: '', rest: text }
    : { above: found[1] ?? '', rest: text.slice(found[0].length) };
}

function headingIn(above: string, where: string): DraftHeading {
  const document = parseDocument(above, { version: '1.2' });
  const [error] = document.errors;
  if (error !== undefined) throw unreadable(where, error.message.split('\n')[0] ?? '');
  const read = heading.safeParse(document.toJS() ?? {});
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw unreadable(where, [issue?.path.join('.'), issue?.message].filter(Boolean).join(': '));
}

const unreadable = (where: string, why: string): StudioError =>
  new StudioError({
    code: 'draft.unreadable',
    message: `What stands above the draft's text cannot be read: ${why}.`,
    hint: `Between the two lines --- may stand ${Object.keys(heading.shape).join(', ')}.`,
    where,
  });
