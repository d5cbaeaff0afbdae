import { describe, expect, it } from 'vitest';
import { helpPage } from './help-page.ts';
import { helpPages } from './help-pages.ts';
import { linkInHelp } from './link-in-help.ts';
import { searchHelp } from './search-help.ts';

describe('a page', () => {
  const page = helpPage(
    'how-to/a.md',
    '# A page\n\nFirst.\n\n## One: two\n\n```sh\n## no heading\n```\n### Three\nx',
  );

  it('is cut at its headings, not inside code', () => {
    expect(page).toMatchObject({ title: 'A page', group: 'How to' });
    expect(page.sections.map(({ anchor }) => anchor)).toEqual(['', 'one-two', 'three']);
    expect(page.sections.map(({ text }) => text).join('\n')).toContain('## no heading');
  });

  it('is found by words of its title and its text together, what is called so first', () => {
    const other = helpPage('how-to/b.md', '# Another\n\nIt mentions a page with an x.');
    const hits = searchHelp([other, page], 'page X');
    expect(hits.map((hit) => [hit.page.id, hit.section.anchor])).toEqual([
      ['how-to/b.md', ''],
      ['how-to/a.md', 'three'],
    ]);
    expect(searchHelp([other, page], 'a page')[0]?.page.id).toBe('how-to/a.md');
    expect(searchHelp([page], '  ')).toEqual([]);
  });
});

it('leads from page to page, to scenarios, and nowhere else', () => {
  const isPage = (id: string) => ['how-to/a.md', 'architecture.md'].includes(id);
  const link = (url: string) => linkInHelp('how-to/a.md', url, isPage);
  expect(link('../architecture.md#files')).toBe('#/help?page=architecture.md&part=files');
  expect(link('a.md')).toBe('#/help?page=how-to%2Fa.md');
  expect(link('#one')).toBe('#/help?page=how-to%2Fa.md&part=one');
  expect(link('../../scenarios/mapping/README.md')).toBe('#/library/mapping');
  expect(link('../../sim-core/kit.ts')).toBeUndefined();
  expect(link('../../../../../etc/passwd')).toBeUndefined();
});

it('holds every page, each linked from the index, tutorials first', () => {
  expect(helpPages.length).toBeGreaterThan(20);
  expect(helpPages.slice(0, 2).map(({ id }) => id)).toEqual(['README.md', 'tutorials/design-a-rule.md']);
  const index = helpPages[0]?.sections.map(({ text }) => text).join('\n') ?? '';
  expect(helpPages.slice(1).filter(({ id }) => !index.includes(`](${id})`))).toEqual([]);
});

it('links to headings that are there', () => {
  const anchors = new Map(helpPages.map((page) => [page.id, page.sections.map(({ anchor }) => anchor)]));
  const dead = helpPages.flatMap((page) =>
    [
      ...page.sections
        .map(({ text }) => text)
        .join('\n')
        .matchAll(/\]\(([^)\s]+\.md#[^)]+|#[^)]+)\)/g),
    ].flatMap(([, url = '']) => {
      const place = linkInHelp(page.id, url, (id) => anchors.has(id));
      const search = new URLSearchParams(place?.split('?')[1]);
      const known = anchors.get(search.get('page') ?? '');
      return known === undefined || known.includes(search.get('part') ?? '') ? [] : [`${page.id}: ${url}`];
    }),
  );
  expect(dead).toEqual([]);
});
