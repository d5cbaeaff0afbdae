import { spawnSync } from 'node:child_process';

const run = (command: string, args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** The size of a disk of a case, which is taken from memory as it is filled. */
const diskBytes = 64 * 1024 * 1024;

/** A disk of its own in the place of a folder. */
export const mountDisk = (folder: string): boolean =>
  run('mount', ['-t', 'tmpfs', '-o', `size=${diskBytes}`, 'tmpfs', folder]);

/** Lets nobody write into a folder, the system's administrator neither. */
export function mountReadOnly(folder: string): boolean {
  if (!run('mount', ['--bind', folder, folder])) return false;
  if (run('mount', ['-o', 'remount,bind,ro', folder])) return true;
  unmount(folder);
  return false;
}

/** Lazily, since a process may still stand in it. */
export function unmount(folder: string): boolean {
  return run('umount', ['-l', folder]);
}
