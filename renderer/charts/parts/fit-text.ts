import { textWidth } from '../text-width.ts';

/** A text that is no wider than `width` px: the end is left out where it must be, and "…" says so. */
export function fitText(text: string, fontSize: number, width: number, weight: 400 | 600 = 400): string {
  if (textWidth(text, fontSize, weight) <= width) return text;
  for (let length = text.length - 1; length > 0; length -= 1) {
    const shorter = `${text.slice(0, length).trimEnd()}…`;
    if (textWidth(shorter, fontSize, weight) <= width) return shorter;
  }
  return width > 0 ? '…' : '';
}
