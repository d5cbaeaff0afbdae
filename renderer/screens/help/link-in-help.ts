import { pathOf } from '../../state/location.ts';

/**
 * The place in the studio that a link of a page of docs leads to: another page, or the README of a scenario; undefined where the studio
 * shows no such file. `from` is the page it stands on, as `how-to/sweep.md`.
 */
export function linkInHelp(from: string, url: string, isPage: (id: string) => boolean): string | undefined {
  const [file = '', part = ''] = url.split('#');
  const path = file === '' ? from : docsPath(from, file);
  if (path === undefined) return undefined;
  if (isPage(path)) {
    const search = part === '' ? { page: path } : { page: path, part };
    return `#${pathOf({ screen: 'help', search })}`;
  }
  const scenario = /^\.\.\/scenarios\/([^/]+)\/README\.md$/.exec(path)?.[1];
  return scenario === undefined ? undefined : `#${pathOf({ screen: 'library', scenario })}`;
}

/** A path beside a page of docs, from docs on; with `../` in front where it lies outside, undefined where it leaves the project. */
export function docsPath(from: string, file: string): string | undefined {
  const parts = ['docs', ...from.split('/').slice(0, -1)];
  for (const part of file.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '.') parts.push(part);
  }
  return parts[0] === 'docs' ? parts.slice(1).join('/') : `../${parts.join('/')}`;
}
