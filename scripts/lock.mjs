// One process at a time. A lock is a folder with a file for each process that works under it, named by its pid. It
// appears whole (rename), so a process killed at any point leaves no lock, or one whose owners are seen to be dead.
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

const pollMs = 200;
const patienceMs = 15 * 60_000;

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/** The pids in a lock; none where it has just been let go. @param {string} folder */
function ownersOf(folder) {
  try {
    return readdirSync(folder).map(Number);
  } catch {
    return [];
  }
}

/** @param {string} folder @param {number} pid */
const addOwner = (folder, pid) => writeFileSync(path.join(folder, String(pid)), '');

/** @param {string} lock */
function tryTake(lock) {
  mkdirSync(path.dirname(lock), { recursive: true });
  const made = mkdtempSync(`${lock}-`);
  addOwner(made, process.pid);
  try {
    renameSync(made, lock);
    return true;
  } catch {
    rmSync(made, { recursive: true, force: true });
    return false;
  }
}

/** Moves a dead owner's lock away. Only one of several waiters can win the rename. @param {string} lock */
function clearIfAbandoned(lock) {
  const owners = ownersOf(lock);
  if (owners.length === 0 || owners.some(isAlive)) return;
  const aside = `${lock}-abandoned-${process.pid}`;
  try {
    renameSync(lock, aside);
  } catch {
    return;
  }
  // Between the look and the rename another waiter may have cleared it and taken it: then it goes back.
  if (ownersOf(aside).some(isAlive)) renameSync(aside, lock);
  else rmSync(aside, { recursive: true, force: true });
}

/**
 * Runs `work` while holding `lock`, after whoever holds it now.
 * @template Result
 * @param {string} lock path of the lock folder
 * @param {(alsoHeldBy: (pid: number) => void) => Result} work may return a promise; a process it starts that would
 *   outlive it is named with `alsoHeldBy`, and the lock holds until that has ended too
 * @returns {Promise<Awaited<Result>>}
 */
export async function withLock(lock, work) {
  const since = Date.now();
  while (!tryTake(lock)) {
    clearIfAbandoned(lock);
    if (Date.now() - since > patienceMs) {
      throw new Error(
        `Waited 15 minutes for ${lock} (held by process ${ownersOf(lock).join(', ')}). If nothing is running, delete it.`,
      );
    }
    await setTimeout(pollMs);
  }
  try {
    return await work((pid) => addOwner(lock, pid));
  } finally {
    // Away in one step: a lock that is half deleted could be taken, and then deleted under its new owner.
    const aside = `${lock}-done-${process.pid}`;
    renameSync(lock, aside);
    rmSync(aside, { recursive: true, force: true });
  }
}
