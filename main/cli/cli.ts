#!/usr/bin/env node
import { ownInstallation } from './places.ts';
import { runProgram } from './program.ts';

// `| head` closes the pipe while there is more to say: that is no error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

process.exitCode = await runProgram(process.argv.slice(2), ownInstallation());
