import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { launchChromium } from '../../scripts/launch-chromium.mjs';
import { linkOf, openPage } from '../faults/page.ts';
import { startProgram } from '../faults/program.ts';

/** A project that is served to a program. */
export interface Served {
  readonly pid: number | undefined;
  /** Throws where the studio refuses, or does not answer. */
  call(route: string, input: unknown): Promise<unknown>;
}

/** Far longer than what is measured takes. */
const longestMs = 3_600_000;

const cliIn = (root: string): string => path.join(root, 'dist/cli/cli.js');

/** A project with the small scenario, in a folder. */
export function makeProject(root: string, folder: string): string {
  const project = path.join(folder, 'project');
  mkdirSync(path.join(project, 'scenarios'), { recursive: true });
  const small = path.join(root, 'test/fixtures/scenarios/small');
  cpSync(small, path.join(project, 'scenarios/small'), { recursive: true });
  return project;
}

/** Serves a project as long as it is asked. */
export async function whileServed<T>(
  root: string,
  project: string,
  ask: (served: Served) => Promise<T>,
): Promise<T> {
  const page = await openPage(cliIn(root), project, undefined, longestMs);
  const call: Served['call'] = async (route, input) => {
    const called = await page.call(route, input);
    if (called.kind === 'value') return called.value;
    throw new Error(`${route}: ${called.kind === 'lost' ? called.why : JSON.stringify(called.problem)}`);
  };
  try {
    return await ask({ pid: page.program.child.pid, call });
  } finally {
    await page.close();
  }
}

/** A project that is served to a browser. */
export interface Shown {
  readonly pid: number | undefined;
  readonly origin: string;
  /** Where all windows have the studio's cookie; it has none yet. */
  readonly context: BrowserContext;
}

/** Serves a project to a browser as long as somebody looks. */
export async function whileShown<T>(
  root: string,
  project: string,
  look: (shown: Shown) => Promise<T>,
): Promise<T> {
  const program = startProgram(cliIn(root), ['serve', '--port', '0', '--project', project], {
    folder: project,
    longestMs,
  });
  const link = await linkOf(program);
  const browser = await launchChromium();
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    context.setDefaultTimeout(600_000);
    await context.request.get(link.href);
    return await look({ pid: program.child.pid, origin: link.origin, context });
  } finally {
    await browser.close();
    program.child.kill('SIGINT');
    await program.ended;
  }
}

/** Carries out a command; throws where it fails. */
export async function carryOut(root: string, folder: string, args: readonly string[]): Promise<void> {
  const { code, err } = await startProgram(cliIn(root), args, { folder, longestMs }).ended;
  if (code !== 0) throw new Error(`${args.join(' ')}: ${err}`);
}
