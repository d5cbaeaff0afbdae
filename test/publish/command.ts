import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../scripts/root.mjs';
import type { Answered } from '../cli/studio.ts';

const built = path.join(root, 'dist/cli/cli.js');

interface Where {
  readonly folder: string;
  /** What the person types. */
  readonly input?: string;
  /** Given standard error as it comes. */
  readonly heard?: (text: string) => void;
  /** Of another installation than the built one. */
  readonly cli?: string;
}

/** A folder with a draft and a keystore, and a person's own folder beside it. */
export function publishingFolder(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(path.join(tmpdir(), 'studio-publish-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Runs the command line in a folder, for a person who has set nothing. */
export function command(
  args: readonly string[],
  { folder, input = '', heard, cli = built }: Where,
): Promise<Answered> {
  const child = spawn(process.execPath, [cli, ...args], {
    cwd: folder,
    env: { ...process.env, npm_lifecycle_event: '', DEPIN_STUDIO_HOME: path.join(folder, 'person') },
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
    heard?.(err);
  });
  child.stdin.end(input);
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}
