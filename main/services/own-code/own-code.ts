import { type Problem, toProblem } from '../../../sim-core/contract/errors.ts';
import type { Code, Declaration } from '../../../sim-core/contract/extension.ts';
import type { Files } from '../../ports/files.ts';
import { createTurns } from '../create-turns.ts';
import type { Installation } from '../installation.ts';
import { inOwnThread } from './in-own-thread.ts';
import { codeIn } from './modules.ts';
import { trust, untrusted } from './trust.ts';

/** What a project's own modules declare, or why they may not run. */
export interface OwnCode {
  readonly code: readonly Code[];
  /** Of the mechanisms among them; empty while one is not trusted. */
  readonly declarations: readonly Declaration[];
  /** One for each module that is not trusted yet, or what is wrong with one that is. */
  readonly problems: readonly Problem[];
}

/** A project's own modules, read anew whenever they have changed. */
export interface OwnCodeReader {
  of(folder: string): Promise<OwnCode>;
  /** Lets the modules of these hashes run from now on, until their text changes. */
  trust(folder: string, ids: readonly string[]): Promise<void>;
}

interface ReaderParts {
  readonly files: Files;
  readonly userFolder: string;
  readonly installation: Installation;
}

export function createOwnCodeReader({ files, userFolder, installation }: ReaderParts): OwnCodeReader {
  /** Loading starts a thread: what was loaded is kept until a text changes. */
  let last: { readonly key: string; readonly loaded: Promise<OwnCode> } | undefined;

  /** What is trusted is one file. */
  const inTurn = createTurns();

  const load = async (code: readonly Code[]): Promise<OwnCode> => {
    try {
      const declarations = await inOwnThread(installation, code, ({ loaded }) => loaded);
      return { code, declarations, problems: [] };
    } catch (error) {
      return { code, declarations: [], problems: [toProblem(error)] };
    }
  };
  return {
    async of(folder) {
      const code = await codeIn(files, folder);
      if (code.length === 0) return { code, declarations: [], problems: [] };
      const problems = await untrusted(files, userFolder, code, folder);
      if (problems.length > 0) return { code, declarations: [], problems };
      const key = code.map(({ name, id }) => `${name} ${id}`).join('\n');
      if (last?.key !== key) last = { key, loaded: load(code) };
      return await last.loaded;
    },
    trust: (folder, ids) =>
      inTurn(async () => {
        const code = await codeIn(files, folder);
        await trust(
          files,
          userFolder,
          code.filter(({ id }) => ids.includes(id)),
        );
      }),
  };
}
