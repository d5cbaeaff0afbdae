import type { JsonObject } from '../json.ts';
import type { World } from '../world.ts';

/** A message whose signature is known to be right, as its kind's writer gets it. */
export interface Sent {
  /** Who it is from; an alias may have signed it. Checksummed. */
  readonly author: string;
  readonly space: string;
  /** Unix seconds, from the message. */
  readonly timestamp: number;
  readonly payload: JsonObject;
}

export interface Stored {
  readonly id: string;
  readonly ipfs: string;
}

/** Checks a message by its kind's rules and returns what will keep it; throws the refusal of the first rule it breaks. */
export type Writer = (sent: Sent, world: World) => Promise<(stored: Stored) => void>;
