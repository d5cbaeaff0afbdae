import { app } from 'electron';

/**
 * Does what the command line does, in this process: with the fuse that turns Electron into Node switched off, nothing else of the app
 * can. The built command line reads its arguments when it is loaded, and sets the exit code when it is done.
 */
export async function runCommandLine(args: readonly string[]): Promise<void> {
  app.dock?.hide();
  const entry = new URL('../cli/cli.js', import.meta.url);
  process.argv = [process.argv[0] ?? '', entry.pathname, ...args];
  await import(/* @vite-ignore */ entry.href);
  app.exit(Number(process.exitCode ?? 0));
}
