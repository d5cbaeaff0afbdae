// The built studio, served for scripts that measure it or take its picture.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from './root.mjs';

/**
 * @typedef {object} Served
 * @property {string} origin such as `http://127.0.0.1:4780`
 * @property {string} link lets a browser in, once
 * @property {string} project a new folder
 * @property {() => void} stop
 */

/**
 * Serves the built studio to a person and a project of its own.
 * @returns {Promise<Served>}
 */
export async function serveStudio() {
  const person = mkdtempSync(path.join(tmpdir(), 'studio-person-'));
  const project = path.join(person, 'my-network');
  const cli = path.join(root, 'dist/cli/cli.js');
  const server = spawn(process.execPath, [cli, 'serve', '--port', '0', '--project', project], {
    env: { ...process.env, DEPIN_STUDIO_HOME: person },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const link = await new Promise((resolve, reject) => {
    let said = '';
    server.stdout.setEncoding('utf8').on('data', (text) => {
      said += text;
      const found = /http:\/\/\S+/.exec(said)?.[0];
      if (found) resolve(found);
    });
    server.on('exit', () => reject(new Error('the server has ended')));
  });
  return {
    link,
    project,
    origin: new URL(link).origin,
    stop() {
      server.kill();
      rmSync(person, { recursive: true, force: true });
    },
  };
}
