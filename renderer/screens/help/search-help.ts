import type { HelpPage, HelpSection } from './help-page.ts';

/** A section in which all words occur. */
export interface HelpHit {
  readonly page: HelpPage;
  readonly section: HelpSection;
  /** The line with the first of the words. */
  readonly line: string;
}

/** Beyond these, other words find it sooner. */
const most = 40;

/** Sections in which every word of the query occurs, those that are called so before those that mention it. */
export function searchHelp(pages: readonly HelpPage[], query: string): readonly HelpHit[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const inAll = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  const ranked = pages.flatMap((page) =>
    page.sections.flatMap((section) => {
      if (!inAll(`${page.title} ${section.text}`)) return [];
      const rank = inAll(page.title) ? 0 : inAll(section.heading) ? 1 : 2;
      return [{ rank, page, section, line: lineWith(section, words[0] ?? '') }];
    }),
  );
  // Sorting keeps the order of pages within a rank.
  return ranked.sort((a, b) => a.rank - b.rank).slice(0, most);
}

/** The first line that holds the word, without the signs of Markdown. */
function lineWith({ text }: HelpSection, word: string): string {
  const lines = text.split('\n').filter((line) => /\p{L}/u.test(line) && !line.startsWith('#'));
  const line = lines.find((each) => each.toLowerCase().includes(word)) ?? lines[0] ?? '';
  return line
    .replace(/[*`|]/g, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .trim();
}
