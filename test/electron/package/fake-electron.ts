import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** How Electron's binary marks where its fuses are, and the nine of Electron 45 as it is delivered. */
const mark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const delivered = '101100011';

/** Writes a file that has nothing of Electron but its fuses, where and as `@electron/fuses` looks for them. */
export function writeBinary(file: string): void {
  const wire = Buffer.concat([Buffer.from(mark), Buffer.from([1, delivered.length]), Buffer.from(delivered)]);
  writeFileSync(file, Buffer.concat([Buffer.from('no electron\0'), wire, Buffer.alloc(64)]), { mode: 0o755 });
}

/** A folder that the packager takes for Electron on Linux: with it, all but the binary itself is packed as for a release. */
export function writeFakeElectron(folder: string): void {
  mkdirSync(path.join(folder, 'resources'), { recursive: true });
  writeBinary(path.join(folder, 'electron'));
  writeFileSync(path.join(folder, 'resources', 'default_app.asar'), emptyArchive());
}

/** An archive without files: four lengths, then the list. */
function emptyArchive(): Buffer {
  const list = Buffer.from('{"files":{}}');
  const padded = Math.ceil(list.length / 4) * 4;
  const archive = Buffer.alloc(16 + padded);
  for (const [index, length] of [4, 8 + padded, 4 + padded, list.length].entries())
    archive.writeUInt32LE(length, 4 * index);
  list.copy(archive, 16);
  return archive;
}
