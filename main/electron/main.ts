/** The desktop's entry. Nothing may be awaited before the scheme is registered: Electron is ready by then. */
import { app } from 'electron';
import { registerPageScheme } from './page-protocol.ts';
import { runCommandLine } from './run-command-line.ts';
import { startApp } from './start-app.ts';
import { askedCommand } from './system/asked-command.ts';

const command = app.isPackaged ? askedCommand(process.argv.slice(1)) : undefined;
if (command !== undefined) {
  void runCommandLine(command);
} else {
  app.enableSandbox();
  registerPageScheme();
  if (app.requestSingleInstanceLock()) void startApp();
  else app.quit();
}
