import { createRequire } from 'node:module';
import { sha256Text } from './bytes.ts';

/** What an envelope's `types` mean, by the sha256 of their JSON: the table of the protocol, which keeps old layouts too. */
const kinds: Readonly<Record<string, string>> = createRequire(import.meta.url)(
  '@snapshot-labs/snapshot.js/src/sign/hashedTypes.json',
);

/** The kind of message that `types` say, such as `proposal`; the order of the fields counts. Undefined for unknown ones. */
export const kindOf = (types: unknown): string | undefined => kinds[sha256Text(JSON.stringify(types))];

/** Kinds that one wallet may send for another that named it as its alias. */
export const byAlias: ReadonlySet<string> = new Set([
  'follow',
  'unfollow',
  'subscribe',
  'unsubscribe',
  'profile',
  'statement',
  'vote',
  'vote-array',
  'vote-string',
  'proposal',
  'update-proposal',
  'delete-proposal',
  'flag-proposal',
]);

/** Kinds without a space, or whose space need not be there. */
export const withoutSpace: ReadonlySet<string> = new Set(['settings', 'alias', 'profile', 'delete-space']);
