import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { root } from '../../scripts/root.mjs';

/** What a command line answered. */
export interface Answered {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Running {
  readonly done: Promise<Answered>;
  /** Resolves when standard output or error holds `text`. */
  saw(text: string): Promise<void>;
  interrupt(): void;
  /** As `kill -9` does. */
  kill(): void;
}

const cli = path.join(root, 'dist/cli/cli.js');

/** The small scenario of the tests. */
export const small = path.join(root, 'test/fixtures/scenarios/small');

/** Starts the built command line as a person would, without a terminal. */
export function start(args: readonly string[], cwd: string = root, env: NodeJS.ProcessEnv = {}): Running {
  const child = spawn(process.execPath, [cli, ...args], {
    cwd,
    env: { ...process.env, npm_lifecycle_event: '', ...env },
  });
  let out = '';
  let err = '';
  const waiting = new Set<() => void>();
  const heard = () => {
    for (const wake of waiting) wake();
  };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    heard();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
    heard();
  });
  const done = new Promise<Answered>((resolve) => {
    child.on('close', (code) => resolve({ code, out, err }));
  });
  return {
    done,
    interrupt: () => void child.kill('SIGINT'),
    kill: () => void child.kill('SIGKILL'),
    async saw(text) {
      const found = new Promise<void>((resolve) => {
        const look = () => {
          if (!`${out}\n${err}`.includes(text)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      });
      const ended = done.then((answered) => {
        throw new Error(`it ended before it said "${text}": ${JSON.stringify(answered)}`);
      });
      await Promise.race([found, ended]);
      ended.catch(() => {});
    },
  };
}

export const studio = (args: readonly string[], cwd?: string, env?: NodeJS.ProcessEnv): Promise<Answered> =>
  start(args, cwd, env).done;

const folder = mkdtempSync(path.join(tmpdir(), 'studio-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let folders = 0;

/** A path in a temporary folder of its own, where nothing is yet. */
export function fresh(...parts: readonly string[]): string {
  folders += 1;
  return path.join(folder, `${folders}`, ...parts);
}

export const smallText = readFileSync(path.join(small, 'scenario.yaml'), 'utf8');

/** A copy of the small scenario with another text. */
export function scenarioOf(text: string | Uint8Array): { folder: string; file: string } {
  const folder = fresh('bad');
  cpSync(small, folder, { recursive: true });
  const file = path.join(folder, 'scenario.yaml');
  writeFileSync(file, text);
  return { folder, file };
}
