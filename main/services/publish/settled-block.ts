import type { ProposalDraft } from '../../api/publish/draft.ts';
import type { KnownFacts } from '../../api/publish/known.ts';

/** Blocks behind the newest: the newest may yet be replaced, and the server's own node may be some behind. */
const settled = 10;

/** The draft with the newest settled block, where an RPC told the newest and the person gave none. */
export function withBlock(draft: ProposalDraft, { headBlock }: KnownFacts): ProposalDraft {
  if (draft.block !== undefined || headBlock === undefined) return draft;
  return { ...draft, block: headBlock > settled ? headBlock - settled : headBlock };
}
