import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ShimDesktop } from '../boot-shim.ts';

/** An app that runs in the shim, and what it was installed with. */
export interface Examined {
  readonly desktop: ShimDesktop;
  /** The text of a file of its installation. */
  file(name: string): string;
  /** `webPreferences` of every window that is open. */
  preferences(): readonly Readonly<Record<string, unknown>>[];
  /** A file of its page, as the app's scheme answers it. */
  answer(url: string): Promise<Response>;
}

export function examine(desktop: ShimDesktop, installation: string): Examined {
  const { shim } = desktop;
  return {
    desktop,
    file: (name) => readFileSync(path.join(installation, name), 'utf8'),
    preferences: () =>
      shim.electron.BrowserWindow.getAllWindows().map(({ options }) => ({ ...options.webPreferences })),
    async answer(url) {
      const answer = shim.schemes.answerTo(url);
      return answer === undefined ? new Response(null, { status: 404 }) : await answer(new Request(url));
    },
  };
}
