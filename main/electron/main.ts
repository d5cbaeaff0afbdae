/** The desktop's entry. Nothing may be awaited before the scheme is registered: Electron is ready by then. */
import { app } from 'electron';
import { registerPageScheme } from './page-protocol.ts';
import { startApp } from './start-app.ts';

app.enableSandbox();
registerPageScheme();
if (app.requestSingleInstanceLock()) void startApp();
else app.quit();
