import path from 'node:path';
import { StudioError } from '../../../../../sim-core/contract/errors.ts';
import type { Files } from '../../../../ports/files.ts';
import type { Installation } from '../../../installation.ts';

const largest = 1024 * 1024;

/** Reads the built script of the wallet's page. Throws `page.not-built`. */
export const walletScript =
  (files: Files, { page }: Pick<Installation, 'page'>) =>
  async (): Promise<string> => {
    const content = await files.read(path.join(page, 'wallet-page.js'), largest);
    if (content.kind === 'bytes') return Buffer.from(content.bytes).toString('utf8');
    throw new StudioError({
      code: 'page.not-built',
      message: 'The page on which a wallet signs has not been built.',
      hint: 'Run `npm run build`.',
    });
  };
