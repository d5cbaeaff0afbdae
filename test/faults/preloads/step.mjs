// Loaded into the studio ahead of it: ends it with SIGKILL at the n-th time that it asks the file system to change something
// (STUDIO_FAULT_STEP), or counts how often it does (STUDIO_FAULT_COUNT names the file for the number).
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { isMainThread } from 'node:worker_threads';

const dieAt = Number(process.env.STUDIO_FAULT_STEP ?? 0);
const countIn = process.env.STUDIO_FAULT_COUNT;
let steps = 0;

/** True where this is the last step. */
const isLast = () => {
  steps += 1;
  return steps === dieAt;
};

/** @returns {never} */
const die = () => {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('killed');
};

/** @param {import('node:fs/promises').FileHandle} handle */
function watched(handle) {
  const { writeFile, sync } = handle;
  handle.writeFile = async (data, options) => {
    if (isLast()) {
      // Half of what was to be written is there when the end comes.
      const bytes = Buffer.from(/** @type {string} */ (data));
      await writeFile.call(handle, bytes.subarray(0, bytes.length / 2), options);
      die();
    }
    return await writeFile.call(handle, data, options);
  };
  handle.sync = async () => {
    if (isLast()) die();
    return await sync.call(handle);
  };
  return handle;
}

if (isMainThread && (dieAt > 0 || countIn !== undefined)) {
  const { open, rename, rm, mkdir } = fs.promises;
  fs.promises.open = async (file, flags, mode) => {
    const writes = typeof flags === 'string' && /[wa+]/.test(flags);
    if (writes && isLast()) die();
    const handle = await open(file, flags, mode);
    return writes ? watched(handle) : handle;
  };
  fs.promises.rename = async (from, to) => {
    if (isLast()) die();
    return await rename(from, to);
  };
  fs.promises.rm = async (file, options) => {
    if (isLast()) die();
    return await rm(file, options);
  };
  fs.promises.mkdir = /** @type {typeof mkdir} */ (
    async (/** @type {import('node:fs').PathLike} */ folder, /** @type {{ recursive: true }} */ options) => {
      if (isLast()) die();
      return await mkdir(folder, options);
    }
  );
  syncBuiltinESMExports();
  if (countIn !== undefined) process.on('exit', () => fs.writeFileSync(countIn, `${steps}`));
}
