import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A file of an archive of Electron's, by its path with `/`. */
export interface PackedFile {
  readonly name: string;
  readonly bytes: number;
  /** True for one that stands beside the archive. */
  readonly unpacked: boolean;
  /** Where its bytes begin, after the list. */
  readonly offset: number;
}

interface Entry {
  readonly files?: Readonly<Record<string, Entry>>;
  readonly size?: number;
  readonly unpacked?: boolean;
  /** A number too large for JSON's. */
  readonly offset?: string;
}

/** The files of an archive, in its order. */
export function packedFiles(archive: string): readonly PackedFile[] {
  const bytes = readFileSync(archive);
  const list = bytes.subarray(16, 16 + bytes.readUInt32LE(12)).toString('utf8');
  const from = ({ files = {} }: Entry, folder: string): PackedFile[] =>
    Object.entries(files).flatMap(([name, entry]) =>
      entry.files === undefined
        ? [
            {
              name: folder + name,
              bytes: entry.size ?? 0,
              unpacked: entry.unpacked === true,
              offset: Number(entry.offset ?? 0),
            },
          ]
        : from(entry, `${folder}${name}/`),
    );
  return from(JSON.parse(list), '');
}

/** Writes the files of an archive, and those beside it, into a folder: the app as it is installed, for programs that know no archives. */
export function unpack(archive: string, folder: string): void {
  const bytes = readFileSync(archive);
  const start = 8 + bytes.readUInt32LE(4);
  for (const { name, bytes: size, unpacked, offset } of packedFiles(archive)) {
    if (unpacked) continue;
    const place = path.join(folder, name);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, bytes.subarray(start + offset, start + offset + size));
  }
  cpSync(`${archive}.unpacked`, folder, { recursive: true });
}
