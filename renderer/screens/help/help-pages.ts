import type { Theme } from '../../state/theme.ts';
import { type HelpPage, helpPage } from './help-page.ts';

const texts = import.meta.glob<string>('../../../docs/**/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const images = import.meta.glob<string>('../../../docs/images/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
});

const index = 'README.md';

/** Every page of the documentation, in the order of its index, which is the first. */
export const helpPages: readonly HelpPage[] = inOrder(
  Object.entries(texts).map(([file, text]) => helpPage(file.slice('../../../docs/'.length), text)),
);

function inOrder(pages: readonly HelpPage[]): readonly HelpPage[] {
  const links =
    pages
      .find(({ id }) => id === index)
      ?.sections.map(({ text }) => text)
      .join('\n') ?? '';
  const placeOf = ({ id }: HelpPage) => (id === index ? -1 : links.indexOf(`](${id})`));
  return [...pages].sort((a, b) => placeOf(a) - placeOf(b));
}

/** The address of an image of the documentation, by its path in docs, in the theme's own picture where there is one. */
export function helpImage(path: string, theme: Theme): string | undefined {
  const own = theme === 'dark' ? path.replace(/-light(?=\.png$)/, '-dark') : path;
  return images[`../../../docs/${own}`] ?? images[`../../../docs/${path}`];
}
