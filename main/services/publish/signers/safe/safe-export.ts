import { wordsOf } from '../../message/words-of.ts';
import type { Publication } from '../../record/publication.ts';
import { onChainSignature, type SafeAccount, safeMessageHash, safePayload } from './safe-message.ts';

/** Seconds after its timestamp that a server still takes a proposal. */
const windowSeconds = 6 * 86_400;

/** A file for the owners of a Safe: all that they sign, and how it can be checked. */
export function safeExport({ id, data }: Publication, safe: SafeAccount): string {
  const until = new Date((Number(data.message.timestamp) + windowSeconds) * 1000).toISOString();
  const file = {
    format: 'depin-studio/safe-export/1',
    safe,
    id,
    words: wordsOf(data),
    signUntil: until,
    /** Each owner signs this with eth_signTypedData_v4. */
    ownerMessage: JSON.parse(safePayload(safe, id)),
    ownerMessageHash: safeMessageHash(safe, id),
    /** Instead of owners' signatures: one transaction of the Safe, by its version. */
    onChain: { '1.4.1': onChainSignature(id, '1.4.1'), '1.3.0': onChainSignature(id, '1.3.0') },
    proposal: data,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
