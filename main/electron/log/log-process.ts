import { app } from 'electron';
import type { Log } from './open-log.ts';

/** Notes how the app begins and ends, and what nobody else has caught. */
export function logProcess(log: Log): void {
  log.note(`started DePIN Studio ${app.getVersion()} on ${process.platform} ${process.arch}`);
  process.on('uncaughtExceptionMonitor', (thrown) => log.error('not caught:', thrown));
  process.on('unhandledRejection', (thrown) => log.error('not caught:', thrown));
  app.on('render-process-gone', (_, _contents, { reason }) => log.error(`the page has ended: ${reason}`));
  app.on('child-process-gone', (_, { type, reason }) => log.error(`${type} has ended: ${reason}`));
  app.on('will-quit', () => log.note('ended'));
}
