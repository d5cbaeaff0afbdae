import { createRequire } from 'node:module';
import type { NetworkRow } from './store.ts';

interface Listed {
  readonly name: string;
  readonly testnet?: boolean;
  readonly start?: number;
}
const listed: Readonly<Record<string, Listed>> = createRequire(import.meta.url)(
  '@snapshot-labs/snapshot.js/src/networks.json',
);

/** Networks that a space may use without being a turbo space. Which they are is the server's to say; these are some. */
const premium = new Set(['1', '10', '56', '100', '137', '146', '8453', '42161', '33139', '11155111']);

/** The networks of the protocol, with the first block that a proposal may name on each. */
export const networks: readonly NetworkRow[] = Object.entries(listed).map(
  ([id, { name, testnet, start }]) => ({
    id,
    name,
    premium: premium.has(id),
    testnet: testnet === true,
    start: start ?? 0,
  }),
);
