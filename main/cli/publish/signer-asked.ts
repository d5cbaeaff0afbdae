import path from 'node:path';
import { getAddress } from '@ethersproject/address';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import { askSecret } from '../../ports/ask-secret.ts';
import { nodeFiles } from '../../ports/node-files.ts';
import { nodeLoopbackPages } from '../../ports/node-loopback-pages.ts';
import { nodeWeb } from '../../ports/node-web.ts';
import type { Installation } from '../../services/installation.ts';
import { browserSigner } from '../../services/publish/signers/browser/browser-signer.ts';
import { walletScript } from '../../services/publish/signers/browser/wallet-script.ts';
import { keystoreAddress, keystoreSigner } from '../../services/publish/signers/keystore-signer.ts';
import { rpcSigner } from '../../services/publish/signers/rpc-signer.ts';
import type { Signer } from '../../services/publish/signers/signer.ts';
import { readText } from '../read-text.ts';
import { tell } from '../terminal.ts';

/** `--signer`, read: something that signs here and now, or a way in which others sign later. */
export type SignerAsked =
  | { readonly kind: 'signer'; readonly signer: Signer; readonly address?: string }
  | { readonly kind: 'safe'; readonly address: string }
  | { readonly kind: 'export' };

/** Throws `signer.unknown`, `keystore.*`, and what a file of that name has. */
export async function signerAsked(written: string, installation: Installation): Promise<SignerAsked> {
  const [, kind = '', rest = ''] = /^([a-z]+):?(.*)$/s.exec(written) ?? [];
  if (kind === 'export' && rest === '') return { kind: 'export' };
  if (kind === 'safe' && rest !== '') return { kind: 'safe', address: addressOf(rest) };
  if (kind === 'rpc' && rest !== '')
    return { kind: 'signer', signer: rpcSigner({ web: nodeWeb, url: rest }) };
  if (kind === 'browser' && rest === '') return { kind: 'signer', signer: inBrowser(installation) };
  if (kind === 'keystore' && rest !== '') return await keystore(rest);
  throw new StudioError({
    code: 'signer.unknown',
    message: `There is no signer ${JSON.stringify(written)}.`,
    hint: 'Write keystore:<file>, rpc:<url>, browser, safe:<address> or export.',
    where: '--signer',
  });
}

async function keystore(written: string): Promise<SignerAsked> {
  const text = await readText(written);
  const address = keystoreAddress(text);
  const signer = keystoreSigner({ text, password: () => askSecret(`Password of ${path.basename(written)}`) });
  return { kind: 'signer', signer, ...(address === undefined ? {} : { address }) };
}

const inBrowser = (installation: Installation): Signer =>
  browserSigner({
    pages: nodeLoopbackPages,
    script: walletScript(nodeFiles, installation),
    show: (url) => tell(`Open this link in the browser that has your wallet (it works once):\n  ${url}`),
  });

function addressOf(written: string): string {
  try {
    return getAddress(written);
  } catch {
    throw new StudioError({
      code: 'signer.unknown',
      message: `${JSON.stringify(written)} is not the address of a Safe.`,
      hint: 'Write 0x and 40 hexadecimal digits; where letters are large and small their checksum must be right.',
      where: '--signer',
    });
  }
}
