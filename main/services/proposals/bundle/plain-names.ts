import { refusedBundle } from './refused-bundle.ts';

/** Names that Windows keeps for devices, whatever follows a dot. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** True for a relative name whose every part is one that any system takes, and none of which leads out of its folder. */
export const isPlainName = (name: string): boolean =>
  name.length <= 200 &&
  name
    .split('/')
    .every(
      (part) => /^[A-Za-z0-9_][A-Za-z0-9_. -]*$/.test(part) && !/[. ]$/.test(part) && !devices.test(part),
    );

/** Refuses names that are one file on a system that does not tell capitals apart, or a file and a folder of the same name. */
export function refuseTwins(names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names.map((each) => each.toLowerCase())) {
    if (seen.has(name)) throw refusedBundle(`two files in it are called ${name}`);
    seen.add(name);
  }
  for (const name of seen)
    for (let cut = name.indexOf('/'); cut >= 0; cut = name.indexOf('/', cut + 1))
      if (seen.has(name.slice(0, cut)))
        throw refusedBundle(`${name.slice(0, cut)} is a file and a folder in it`);
}
