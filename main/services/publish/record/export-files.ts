import { messageId, walletPayload } from '../message/message-id.ts';
import { safeExport } from '../signers/safe/safe-export.ts';
import type { Publication } from './publication.ts';

/** A file to hand on: its name beside the draft, and its text. */
export interface ExportedFile {
  readonly name: string;
  readonly text: string;
}

/**
 * What can be signed elsewhere: the typed data exactly as it will be sent, the same as wallets take it, and for a Safe what its owners
 * sign. `name` is the draft's, without an ending.
 */
export function exportFiles(
  publication: Publication,
  name: string,
  safeChainId?: number,
): readonly ExportedFile[] {
  const { data, author } = publication;
  const wallet = JSON.stringify(JSON.parse(walletPayload(data)), null, 2);
  return [
    { name: `${name}.typed-data.json`, text: `${JSON.stringify(data, null, 2)}\n` },
    { name: `${name}.eth-sign-typed-data-v4.json`, text: `${wallet}\n` },
    ...(safeChainId === undefined
      ? []
      : [
          {
            name: `${name}.safe.json`,
            text: safeExport(
              { ...publication, id: messageId(data) },
              { address: author, chainId: safeChainId },
            ),
          },
        ]),
  ];
}
