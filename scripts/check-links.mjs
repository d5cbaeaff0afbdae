// Links between documents break silently when a file moves or a heading changes: this finds those that do.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const folders = ['docs', 'scenarios'];

/** @param {string} root */
function documents(root) {
  const top = readdirSync(root).filter((name) => name.endsWith('.md'));
  const inside = folders
    .filter((folder) => existsSync(path.join(root, folder)))
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.md'))
        .map((name) => path.join(folder, name)),
    );
  return [...top, ...inside];
}

/** Code is no place for links; blanked line by line, so that line numbers stay. @param {string} text */
const withoutCode = (text) =>
  text
    .replace(/^(```|~~~)[\s\S]*?^\1/gm, (block) => block.replace(/[^\n]/g, ' '))
    .replace(/`[^`\n]*`/g, (code) => ' '.repeat(code.length));

/** Headings as the anchors that code hosts give them. @param {string} text */
function anchorsOf(text) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  const anchors = new Set([...text.matchAll(/<a\s+(?:id|name)="([^"]+)"/g)].map((match) => match[1]));
  const prose = text.replace(/^(```|~~~)[\s\S]*?^\1/gm, '');
  for (const [, title = ''] of prose.matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)) {
    const plain = title.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
    const slug = plain
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-');
    const times = seen.get(slug) ?? 0;
    seen.set(slug, times + 1);
    anchors.add(times === 0 ? slug : `${slug}-${times}`);
  }
  return anchors;
}

/** @param {string} text @returns {{ target: string, line: number }[]} */
function linksOf(text) {
  const prose = withoutCode(text);
  const inline = prose.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g);
  const reference = prose.matchAll(/^[ \t]*\[[^\]]+\]:\s+<?([^\s>]+)>?/gm);
  return [...inline, ...reference].map((match) => ({
    target: match[1] ?? '',
    line: prose.slice(0, match.index).split('\n').length,
  }));
}

/**
 * What is wrong with a link, if anything. Links out of the project are not followed: a test needs no network.
 * @param {string} root @param {string} from @param {string} target
 */
function faultOf(root, from, target) {
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return undefined;
  const [file = '', anchor] = target.split('#');
  const place = file === '' ? path.join(root, from) : path.resolve(root, path.dirname(from), decodeURI(file));
  if (!existsSync(place)) return `there is no ${path.relative(root, place)}`;
  if (!anchor || !place.endsWith('.md') || statSync(place).isDirectory()) return undefined;
  const anchors = anchorsOf(readFileSync(place, 'utf8'));
  return anchors.has(decodeURI(anchor))
    ? undefined
    : `${path.relative(root, place)} has no heading #${anchor}`;
}

/**
 * Checks every relative link and anchor in the documents under `root`.
 * @param {string} root
 * @returns {Promise<{ status: number, output: string }>} like a tool's: status 1 and a line for each broken link
 */
export async function checkLinks(root) {
  const faults = documents(root).flatMap((from) =>
    linksOf(readFileSync(path.join(root, from), 'utf8')).flatMap(({ target, line }) => {
      const fault = faultOf(root, from, target);
      return fault ? [`${from}:${line}: ${target}: ${fault}`] : [];
    }),
  );
  return { status: faults.length > 0 ? 1 : 0, output: faults.join('\n') };
}
