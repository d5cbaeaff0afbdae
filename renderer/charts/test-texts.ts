import { textWidth } from './text-width.ts';

/** A text of a picture, and the room that it takes; px. */
interface DrawnText {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" };

/** The texts of an SVG as charts write them, for tests that hold them apart. Parts of a text count as one. */
function textsOf(svg: string): readonly DrawnText[] {
  return [...svg.matchAll(/<text ([^>]*)>(.*?)<\/text>/g)].map(([, attributes = '', inner = '']) => {
    const value = (name: string) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1];
    const size = Number(value('font-size') ?? 11);
    const text = inner
      .replace(/<title>.*?<\/title>/g, '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/&(\w+|#x27);/g, (_, name: string) => entities[name] ?? ' ');
    const width = textWidth(text, size, value('font-weight') === '600' ? 600 : 400);
    const x = Number(value('x'));
    const y = Number(value('y'));
    const anchor = value('text-anchor');
    const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
    return { text, left, right: left + width, top: y - 0.75 * size, bottom: y + 0.2 * size };
  });
}

/** Texts that leave a picture, or cover each other. */
export function faultsOf(
  svg: string,
  { width, height }: { readonly width: number; readonly height: number },
): readonly string[] {
  const texts = textsOf(svg);
  return texts.flatMap(({ text, left, right, top, bottom }, index) => [
    ...(left < -2 || right > width + 2 || top < -2 || bottom > height + 2 ? [`"${text}" leaves it`] : []),
    ...texts.slice(index + 1).flatMap((other) => {
      const across = Math.min(right, other.right) - Math.max(left, other.left);
      const down = Math.min(bottom, other.bottom) - Math.max(top, other.top);
      return across > 2 && down > 2 ? [`"${text}" covers "${other.text}"`] : [];
    }),
  ]);
}
