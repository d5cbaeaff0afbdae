import { evidenceText } from '../../../../sim-core/evidence/evidence-block.ts';
import type { ForkView } from '../../../api/proposals/proposals-api.ts';
import { markdownTable } from '../../reference/markdown.ts';
import { toWrite } from '../compose/draft-facts.ts';
import type { Fork } from './fork-evidence.ts';
import { forkView } from './fork-view.ts';

interface ReplyParts {
  readonly fork: Fork;
  readonly view: Omit<ForkView, 'reply'>;
  /** First heading of their text. */
  readonly title: string;
  /** Where it is from, in words; absent where nobody said. */
  readonly from?: string;
}

/** What a fork comes to beside theirs, with the reply that says it. `about` is their text, and where it is from. */
export function replyOf(fork: Fork, about: { readonly text: string; readonly from?: string }): ForkView {
  const view = forkView(fork);
  const title = /^#\s+(.+)$/m.exec(about.text)?.[1]?.trim() ?? 'a proposal';
  const from = about.from === undefined ? {} : { from: about.from };
  return { ...view, reply: writeReply({ fork, view, title, ...from }) };
}

/** A reply to a proposal as Markdown: what is assumed or proposed otherwise, what comes of it beside theirs, and its own evidence. */
function writeReply({ fork, view, title, from }: ReplyParts): string {
  const { differences, outcomes, sentences } = view;
  const isCounter = differences.some(({ as }) => as === 'proposed');
  const outcome = fork.theirs.verification.outcome;
  return `${[
    `# ${isCounter ? 'Counter-proposal' : 'Counter-evidence'}: ${title}`.slice(0, 256),
    '## Summary',
    toWrite('what you answer, in two sentences'),
    `An answer to “${title}”${from === undefined ? '' : ` (${from})`}. ${countText(differences.length)}; everything else is as there: base, changes, ${fork.theirs.block.count} seeds.`,
    sentences.map((sentence) => `- ${sentence}`).join('\n'),
    '## What is different',
    markdownTable(
      ['value', 'theirs', 'here', 'as'],
      differences.map(({ label, path, theirs, here, as }) => [
        label === path ? `\`${path}\`` : `${label} (\`${path}\`)`,
        theirs,
        `**${here}**`,
        as === 'proposed' ? 'another proposal' : 'assumed with and without the change',
      ]),
    ),
    toWrite('why these values are nearer to the truth, with sources'),
    '## Outcomes beside theirs',
    `Theirs were run again on the same machine. ${verified[outcome]}`,
    markdownTable(
      ['measure', 'unit', '', 'theirs', 'here'],
      outcomes.flatMap(({ what, unit, numbers, theirs, here, reproduced }) =>
        numbers.map((number, nth) => [
          nth > 0 ? '' : reproduced ? what : `${what} (their number differs)`,
          nth === 0 ? (unit ?? '–') : '',
          number,
          theirs[nth] ?? '–',
          here[nth] ?? '–',
        ]),
      ),
    ),
    '## What follows',
    toWrite('what voters should do with this'),
    '## How to verify',
    'Paste this text into DePIN Studio (Propose, Verify), or save it and run the command of the last line of the block below. Lines that begin with “assume” hold with and without the change.',
    evidenceText(fork.here.block),
  ].join('\n\n')}\n`;
}

const countText = (count: number): string =>
  count === 1 ? 'One value is different' : `${count} values are different`;

const verified = {
  reproduced: 'Every line of their evidence holds.',
  differs: 'Not every line of their evidence holds: the numbers below are those of the re-run.',
  'cannot-run': '',
} as const;
