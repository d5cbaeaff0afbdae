import { type ChildProcess, spawn } from 'node:child_process';
import type { Fault, Told } from './fault.ts';

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

export interface Program {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** What it has said so far, on both ways out. */
  said(): string;
}

interface ProgramOptions {
  /** Where it stands; the person's own folder is in there too. */
  readonly folder: string;
  readonly input?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Longer than it takes: what still runs then hangs. */
  readonly longestMs?: number;
}

/** Longer than any fault takes. */
const usuallyLongestMs = 300_000;

/** Starts the command line of a studio. */
export function startProgram(cli: string, args: readonly string[], options: ProgramOptions): Program {
  const { folder, input = '', env = {}, longestMs = usuallyLongestMs } = options;
  const home = { HOME: folder, USERPROFILE: folder, DEPIN_STUDIO_HOME: `${folder}/person` };
  const child = spawn(process.execPath, [cli, ...args], {
    cwd: folder,
    env: { ...process.env, npm_lifecycle_event: '', ...home, ...env },
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  // A program that was killed reads no more.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const hangs = setTimeout(() => {
    err += '\nHANGS: it had to be ended';
    child.kill('SIGKILL');
  }, longestMs);
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code, signal) => {
      clearTimeout(hangs);
      resolve({ code, signal, out, err });
    });
  });
  return { child, ended, said: () => `${out}\n${err}` };
}

/** Runs one command under a fault. */
export async function attemptCommand(
  cli: string,
  args: readonly string[],
  options: Omit<ProgramOptions, 'env'>,
  fault: Fault,
): Promise<Told> {
  const { child, ended } = startProgram(cli, args, { ...options, env: fault.env ?? {} });
  fault.started?.(child);
  const { code, signal, out, err } = await ended;
  return { done: code === 0, text: `${out}\n${err}`, signal };
}
