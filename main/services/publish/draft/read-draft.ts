import { type Document, parseDocument } from 'yaml';
import { z } from 'zod';
import { StudioError } from '../../../../sim-core/contract/errors.ts';
import { yamlTooBig } from '../../../../sim-core/scenario/yaml-too-big.ts';
import type { ProposalDraft } from '../../../api/publish/draft.ts';

const whole = z.coerce.number().int().nonnegative();

/** A list of YAML, or one line with commas. */
const list = z.union([
  z.array(z.string()).readonly(),
  z.string().transform((line) =>
    line
      .split(',')
      .map((each) => each.trim())
      .filter((each) => each !== ''),
  ),
]);

/** What a draft may say of itself above its text. */
const heading = z.strictObject({
  title: z.string().exactOptional(),
  choices: list.exactOptional(),
  discussion: z.string().exactOptional(),
  labels: list.exactOptional(),
  type: z.string().exactOptional(),
  privacy: z.string().exactOptional(),
  space: z.string().exactOptional(),
  from: z.string().exactOptional(),
  start: whole.exactOptional(),
  period: whole.exactOptional(),
  block: whole.exactOptional(),
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
  // Without types: an address is no number, and a title may be "No".
  const tooBig = yamlTooBig(above);
  if (tooBig !== undefined) throw unreadable(where, tooBig.problem.message);
  // The library's pretty errors quote the text with a regular expression that a very long line blows up.
  const yaml = parseDocument(above, { schema: 'failsafe', prettyErrors: false });
  const [error] = yaml.errors;
  if (error !== undefined) throw unreadable(where, (error.message.split('\n')[0] ?? '').slice(0, 200));
  const written = plainValue(yaml, where);
  const read = heading.safeParse(isRecord(written) ? withoutEmpty(written) : {});
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw unreadable(where, [issue?.path.join('.'), issue?.message].filter(Boolean).join(': '));
}

/** A few references can stand for billions of values, or for themselves: the library refuses to follow those. */
function plainValue(yaml: Document, where: string): unknown {
  try {
    return yaml.toJS();
  } catch (error) {
    throw unreadable(where, error instanceof Error ? error.message : String(error));
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A key without a value says nothing. */
const withoutEmpty = (written: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(written).filter(([, value]) => value !== ''));

const unreadable = (where: string, why: string): StudioError =>
  new StudioError({
    code: 'draft.unreadable',
    message: `What stands above the draft's text cannot be read: ${why}.`,
    hint: `Between the two lines --- may stand ${Object.keys(heading.shape).join(', ')}.`,
    where,
  });
