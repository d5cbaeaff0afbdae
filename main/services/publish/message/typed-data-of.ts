import type { TypedData } from '../../../api/publish/typed-data.ts';
import type { ProposalMessage } from './proposal-message.ts';

/** Bound to no chain: see the rule `replay`. */
export const snapshotDomain = { name: 'snapshot', version: '0.1.4' } as const;

const text = (name: string) => ({ name, type: 'string' });
const texts = (name: string) => ({ name, type: 'string[]' });
const whole = (name: string) => ({ name, type: 'uint64' });

/** What an author says of a proposal, in the server's order. */
const told = [
  text('type'),
  text('title'),
  text('body'),
  text('discussion'),
  texts('choices'),
  texts('labels'),
] as const;
const sender = [text('from'), text('space'), whole('timestamp')] as const;

/** The fields of each message in the order of Snapshot's client library; a server knows them by the hash of this text. */
export const messageTypes = {
  proposal: {
    Proposal: [
      ...sender,
      ...told,
      whole('start'),
      whole('end'),
      whole('snapshot'),
      text('plugins'),
      text('privacy'),
      text('app'),
    ],
  },
  update: {
    UpdateProposal: [text('proposal'), ...sender, ...told, text('plugins'), text('privacy')],
  },
  cancel: { CancelProposal: [...sender, text('proposal')] },
} as const;

export type MessageKind = keyof typeof messageTypes;

/** The message of a change to a proposal that has not started. */
export type UpdateMessage = { readonly proposal: string } & Omit<
  ProposalMessage,
  'start' | 'end' | 'snapshot' | 'app'
>;

export interface CancelMessage {
  readonly from: string;
  readonly space: string;
  readonly timestamp: number;
  readonly proposal: string;
}

/** What a signer signs. Keys of the message stand in the order of the types, so that every export has the same bytes. */
export function typedDataOf(
  kind: MessageKind,
  message: ProposalMessage | UpdateMessage | CancelMessage,
): TypedData {
  const types: TypedData['types'] = messageTypes[kind];
  const [fields = []] = Object.values(types);
  const values: TypedData['message'] = { ...message };
  const ordered = fields.flatMap(({ name }) => {
    const value = values[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { domain: snapshotDomain, types, message: Object.fromEntries(ordered) };
}
