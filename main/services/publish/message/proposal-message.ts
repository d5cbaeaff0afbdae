import { getAddress } from '@ethersproject/address';
import type { ProposalDraft } from '../../../api/publish/draft.ts';
import type { Schedule } from '../preflight/schedule.ts';

/** What is signed of a proposal. Times are seconds since 1970; the order of keys is that of `proposalTypes`. */
export interface ProposalMessage {
  readonly from: string;
  readonly space: string;
  readonly timestamp: number;
  readonly type: string;
  readonly title: string;
  readonly body: string;
  readonly discussion: string;
  readonly choices: readonly string[];
  readonly labels: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly snapshot: number;
  /** JSON. */
  readonly plugins: string;
  readonly privacy: string;
  readonly app: string;
}

/** What the studio is called where proposals name the program that made them; at most 24 characters. */
const app = 'depin-studio';

/** The message that a draft stands for at a moment. A block that is not known is 0, which the preflight refuses. */
export const proposalMessage = (
  draft: ProposalDraft,
  { timestamp, start, end }: Schedule,
): ProposalMessage => ({
  from: checksummed(draft.from),
  space: draft.space,
  timestamp,
  type: draft.type,
  title: draft.title,
  body: draft.body,
  discussion: draft.discussion,
  choices: draft.choices,
  labels: draft.labels,
  start,
  end,
  snapshot: draft.block ?? 0,
  plugins: '{}',
  privacy: draft.privacy,
  app,
});

/** An address in the spelling that carries a checksum (EIP-55); what is no address stays as it is. */
export function checksummed(address: string): string {
  try {
    return getAddress(address);
  } catch {
    return address;
  }
}
