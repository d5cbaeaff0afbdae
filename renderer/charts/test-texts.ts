import { textWidth } from './text-width.ts';

/** A text of a picture, and the room that it takes; px. */
export interface DrawnText {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" };

/** The texts of an SVG as charts write them, for tests that hold them apart. Parts of a text count as one. */
export function textsOf(svg: string): readonly DrawnText[] {
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
