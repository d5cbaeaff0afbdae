import { isChecksummed } from '../protocol/address.ts';
import { refuse } from '../refusal.ts';
import type { Writer } from './writer.ts';

/** Names a key that may send for the author for 30 days. One key serves one author; naming it again begins anew. */
export const writeAlias: Writer = async ({ author, timestamp, payload }, { store }) => {
  const { alias } = payload;
  if (!isChecksummed(alias)) return refuse('wrong alias format');
  if (alias === author) refuse('alias cannot be the same as the address');
  const known = store.aliases.find((row) => row.alias === alias);
  if (known !== undefined && known.address !== author) refuse('alias is already linked to another address');
  return (stored) => {
    if (known === undefined) store.aliases.push({ ...stored, address: author, alias, created: timestamp });
    else Object.assign(known, stored, { created: timestamp });
  };
};
