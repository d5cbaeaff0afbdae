import type { LocalChain } from './chain/local-chain.ts';
import type { Store } from './store.ts';

/** What the rules ask of the world around the server, besides its tables. A test sets it as it needs. */
export interface World {
  /** Which of the two public servers this one is like: their spaces are held to different rules. */
  readonly environment: 'mainnet' | 'testnet';
  readonly store: Store;
  readonly chains: ReadonlyMap<string, LocalChain>;
  /** The server's clock, in milliseconds. */
  now(): number;
  /** Voting power of an address in a space, one number for each of its strategies; throws as a failing score service does. */
  powers(space: string, address: string, strategies: number): readonly number[];
  /** Validations other than `any` and `basic`, by name; one that is not here cannot be asked. */
  readonly validations: Map<string, (address: string) => boolean>;
  /** Names of the strategies that exist, with what is special about them. */
  readonly strategies: Map<string, { readonly disabled?: boolean; readonly override?: boolean }>;
  /** Addresses in lower case. */
  readonly flaggedAddresses: Set<string>;
  /** Links whose proposals are hidden, and links that are refused. */
  readonly flaggedLinks: Set<string>;
  readonly maliciousLinks: Set<string>;
}

/** MySQL's UNIX_TIMESTAMP(): whole seconds that have passed. */
export const secondsPassed = (world: World): number => Math.floor(world.now() / 1000);
/** The server's own seconds in its JavaScript, which rounds. */
export const secondsRounded = (world: World): number => Number((world.now() / 1000).toFixed());
