import { once } from 'node:events';
import { Command } from 'commander';
import { serveStudio } from '../server/serve-studio.ts';
import type { Installation } from '../services/installation.ts';
import { portNumber } from './options.ts';
import { fromUser } from './places.ts';
import { say, tell } from './terminal.ts';

/** `serve`: the studio as a page, for browsers on this computer only, until it is interrupted. */
export const serveCommand = (installation: Installation): Command =>
  new Command('serve')
    .description('serve the studio to browsers on this computer')
    .option('--port <number>', 'port of 127.0.0.1 (default: 4780; 0 takes any that is free)', portNumber)
    .option('--project <folder>', 'project to open (default: the one that was open last)')
    .action(async ({ port, project }: { readonly port?: number; readonly project?: string }) => {
      // Asked for before the address is told: whoever reads it may interrupt at once.
      const interrupted = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
      const server = await serveStudio({
        installation,
        ...(port === undefined ? {} : { port }),
        ...(project === undefined ? {} : { project: fromUser(project) }),
        onEntered: (nextUrl) => tell(`A browser came in by that link. For another one: ${nextUrl}`),
      });
      say(`DePIN Studio is at ${server.url}`);
      tell('Press Ctrl-C to stop.');
      await interrupted;
      await server.close();
    });
