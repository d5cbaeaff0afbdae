import type { KnownFacts, SpaceSettings } from '../../../api/publish/known.ts';
import type { TypedData } from '../../../api/publish/typed-data.ts';
import type { ProposalMessage } from '../message/proposal-message.ts';

/** Which server a signature is meant for: signatures are valid on all of them alike. */
export type Target = 'mainnet' | 'testnet' | 'other';

/** All that the rules look at. Times are seconds since 1970. */
export interface PreflightFacts {
  readonly message: ProposalMessage;
  /** The typed data to sign. */
  readonly data: TypedData;
  /** True where the person gave a block. */
  readonly blockGiven: boolean;
  readonly known: KnownFacts;
  /** `known.space`, where it is known and there. */
  readonly space: SpaceSettings | undefined;
  readonly target: Target;
  /** This computer's clock. */
  readonly now: number;
  /** The address that a signer stands for; absent before one was chosen. */
  readonly signer?: string;
  /** What a signature recovers to; absent before there is one, and for contracts. */
  readonly recovered?: string;
  /** True where a server already has a proposal of this id. */
  readonly published?: boolean;
}
