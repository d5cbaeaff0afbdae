import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FaultKind } from '../fault.ts';
import type { Luck } from '../luck.ts';

type Harm = (bytes: Buffer, luck: Luck) => Buffer;

const harms: Readonly<Record<string, Harm>> = {
  'a bit changed': (bytes, luck) => {
    const changed = Buffer.from(bytes);
    const at = luck.whole(0, bytes.length - 1);
    changed[at] = (changed[at] ?? 0) ^ (1 << luck.whole(0, 7));
    return changed;
  },
  'a stretch of zeros': (bytes, luck) => {
    const changed = Buffer.from(bytes);
    const at = luck.whole(0, bytes.length - 1);
    return changed.fill(0, at, Math.min(bytes.length, at + luck.whole(1, 512)));
  },
  'cut off': (bytes, luck) => bytes.subarray(0, luck.whole(0, bytes.length - 1)),
  'bytes behind its end': (bytes, luck) => Buffer.concat([bytes, Buffer.alloc(luck.whole(1, 64), 0x7b)]),
  emptied: () => Buffer.alloc(0),
};

/** Up to three files that are kept are changed at random bytes. */
export const damage: FaultKind = {
  name: 'damaged file',
  make(luck) {
    const harmed: string[] = [];
    return {
      get how() {
        return harmed.join(', ');
      },
      async lift(site) {
        const files = [...site.kept()].sort();
        if (files.length === 0) return;
        for (let more = luck.whole(1, 3); more > 0; more--) {
          const [words, harm] = luck.of(Object.entries(harms));
          const file = luck.of(files);
          const bytes = readFileSync(file);
          if (bytes.length === 0) continue;
          writeFileSync(file, harm(bytes, luck));
          harmed.push(`${path.basename(file)} ${words}`);
        }
      },
      struck: () => harmed.length > 0,
    };
  },
};
