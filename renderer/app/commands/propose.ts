import type { Command } from '../../state/command.ts';
import { handOn, shortenDraft } from '../../state/proposals/hand-on.ts';
import { openReply } from '../../state/proposals/open-reply.ts';
import { proposalText } from '../../state/proposals/proposal-text.ts';
import { forkProposal, openAsScenario } from '../../state/proposals/take-over.ts';
import { saveFile } from '../../state/save-file.ts';
import type { Studio } from '../../state/studio.ts';

const openText = ({ proposals }: Studio): string | undefined => proposals.editing.open.get()?.text;
const onPropose = ({ location }: Studio): boolean => location.get().screen === 'propose';
const isComposing = ({ proposals }: Studio): boolean => proposals.composing.get()?.state === 'running';
const isVerifying = ({ proposals }: Studio): boolean => proposals.verifying.get()?.state === 'running';
const hasGiven = ({ proposals }: Studio): boolean => proposals.given.get().trim() !== '';

/** Runs that screening the assumptions and the search for the flip may take together. */
const screeningBudget = 600;

/** Proposals: writing them, and checking those of others. */
export const proposeCommands: readonly Command[] = [
  {
    id: 'propose.verify-tab',
    title: 'Verify a proposal',
    keywords: ['check', 'evidence', 'reproduce', 'paste'],
    enabled: () => true,
    run: ({ location }) => location.go({ screen: 'propose', search: { tab: 'verify' } }),
  },
  {
    id: 'propose.finish',
    title: 'Write the draft with what is known by now',
    keywords: ['skip', 'enough'],
    enabled: isComposing,
    run: ({ proposals }) => proposals.finish(),
  },
  {
    id: 'propose.cancel',
    title: 'Cancel writing the draft',
    keywords: ['stop'],
    enabled: isComposing,
    run: ({ proposals }) => proposals.cancel('compose'),
  },
  {
    id: 'propose.again',
    title: 'Write a new draft, with assumptions screened',
    keywords: ['fresh', 'evidence', 'sensitivity', 'flip', 'unsourced'],
    enabled(studio) {
      const open = studio.proposals.editing.open.get();
      return (
        !isComposing(studio) && open !== undefined && studio.proposals.origins.of(open.key) !== undefined
      );
    },
    async run({ proposals, toasts }) {
      const origin = proposals.origins.of(proposals.editing.open.get()?.key ?? '');
      if (origin === undefined) return;
      await proposals.compose({ ...origin.asked, budget: screeningBudget }, origin.specDigest);
      toasts.say({
        text: 'The new draft becomes a file of its own. What you have written stays where it is.',
      });
    },
  },
  {
    id: 'propose.copy',
    title: 'Copy the proposal as Markdown',
    keywords: ['clipboard', 'publish', 'text'],
    enabled: (studio) => onPropose(studio) && openText(studio) !== undefined,
    async run(studio) {
      const { title, body } = proposalText(openText(studio) ?? '');
      await navigator.clipboard.writeText(`# ${title}\n\n${body}\n`);
      studio.toasts.say({ text: 'Copied.' });
    },
  },
  {
    id: 'propose.save-file',
    title: 'Save proposal.md',
    keywords: ['download', 'publish', 'export', 'markdown'],
    enabled: (studio) => onPropose(studio) && openText(studio) !== undefined,
    run: (studio) =>
      saveFile(studio, { name: 'proposal.md', type: 'text/markdown', text: [openText(studio) ?? ''] }),
  },
  {
    id: 'propose.hand-on',
    title: 'Save the proposal for another venue: Markdown and JSON',
    keywords: ['export', 'neutral', 'elsewhere', 'forum', 'download'],
    enabled: (studio) => onPropose(studio) && openText(studio) !== undefined,
    run: handOn,
  },
  {
    id: 'propose.shorten',
    title: 'Shorten the draft to what the space takes, with an annex',
    keywords: ['limit', 'characters', 'long', 'body', 'ipfs'],
    enabled: (studio) => onPropose(studio) && openText(studio) !== undefined,
    run: shortenDraft,
  },
  {
    id: 'propose.verify-own',
    title: 'Re-run the evidence of this draft',
    keywords: ['verify', 'check', 'reproduce'],
    enabled: (studio) => onPropose(studio) && openText(studio) !== undefined && !isVerifying(studio),
    async run(studio) {
      const text = openText(studio) ?? '';
      studio.proposals.given.set(text);
      studio.location.go({ screen: 'propose', search: { tab: 'verify' } });
      await studio.proposals.verify(text);
    },
  },
  {
    id: 'verify.start',
    title: 'Re-run',
    keywords: ['verify', 'proposal', 'evidence', 'reproduce'],
    enabled: (studio) => onPropose(studio) && hasGiven(studio) && !isVerifying(studio),
    async run({ proposals }) {
      await proposals.fetchGiven();
      await proposals.verify(proposals.given.get());
    },
  },
  {
    id: 'verify.cancel',
    title: 'Cancel the re-run',
    keywords: ['stop', 'verify'],
    enabled: isVerifying,
    run: ({ proposals }) => proposals.cancel('verify'),
  },
  {
    id: 'verify.assume',
    title: 'Change one assumption of the proposal',
    keywords: ['counter', 'evidence', 'test', 'weakest', 'doubt'],
    enabled: (studio) => onPropose(studio) && hasGiven(studio),
    run: ({ proposals }) => proposals.beside.set('assume'),
  },
  {
    id: 'verify.reply',
    title: 'Open what came of it as a reply',
    keywords: ['counter', 'answer', 'draft', 'evidence'],
    enabled: ({ proposals }) => proposals.forking.get()?.fork !== undefined,
    run: openReply,
  },
  {
    id: 'verify.outcome',
    title: 'Hold real data against the forecast',
    keywords: ['after', 'vote', 'actual', 'csv', 'held', 'score'],
    enabled: (studio) => onPropose(studio) && hasGiven(studio),
    run: ({ proposals }) => proposals.beside.set('outcome'),
  },
  {
    id: 'verify.fork',
    title: 'Fork as counter-proposal',
    keywords: ['counter', 'reply', 'edit', 'design'],
    enabled: (studio) => onPropose(studio) && hasGiven(studio),
    run: async (studio) => {
      await studio.proposals.fetchGiven();
      await forkProposal(studio, studio.proposals.given.get());
    },
  },
  {
    id: 'verify.open',
    title: 'Open the proposal as a scenario',
    keywords: ['save', 'scenario', 'project'],
    enabled: (studio) => onPropose(studio) && hasGiven(studio),
    run: async (studio) => {
      await studio.proposals.fetchGiven();
      await openAsScenario(studio, studio.proposals.given.get());
    },
  },
];
