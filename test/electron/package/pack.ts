import path from 'node:path';
import { makeIcons } from '../../../scripts/desktop/make-icons.mjs';
import { root } from '../../../scripts/root.mjs';
import { runTool } from '../../../scripts/run-tool.mjs';
import { writeFakeElectron } from './fake-electron.ts';

/** Packs the app for Linux into `folder`, as for a release but around a stand-in for Electron; the folder of the result. */
export async function pack(folder: string): Promise<string> {
  await makeIcons(path.join(root, 'dist/icons'));
  const electron = path.join(folder, 'electron');
  writeFakeElectron(electron);
  const settings = [`-c.electronDist=${electron}`, `-c.directories.output=${path.join(folder, 'out')}`];
  const args = ['--linux', 'dir', '--x64', '--publish', 'never', ...settings];
  const { status, output } = await runTool(['electron-builder', 'electron-builder'], args);
  if (status !== 0) throw new Error(output);
  return path.join(folder, 'out', 'linux-unpacked');
}
