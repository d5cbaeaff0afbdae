/** A part of a draft under a heading of the second level. */
export interface DraftSection {
  /** Without the marks; empty for what stands above the first. */
  readonly heading: string;
  /** With its heading. */
  readonly text: string;
}

/** A draft taken apart: its head between two lines of `---` and its title as they stand, then its sections in their order. */
export function draftSections(draft: string): {
  readonly top: string;
  readonly sections: readonly DraftSection[];
} {
  const text = draft.replaceAll('\r\n', '\n');
  const [top = ''] = /^(?:---\n[\s\S]*?\n---\n)?\s*(?:#\s+.*(?:\n|$))?/.exec(text) ?? [];
  const sections: { heading: string; lines: string[] }[] = [{ heading: '', lines: [] }];
  let fence = '';
  for (const line of text.slice(top.length).split('\n')) {
    const mark = /^\s*(```+|~~~+)/.exec(line)?.[1] ?? '';
    if (fence === '') fence = mark;
    else if (mark.startsWith(fence) && line.trim() === mark) fence = '';
    const heading = fence === '' ? /^##\s+(.+?)\s*#*\s*$/.exec(line)?.[1] : undefined;
    if (heading !== undefined) sections.push({ heading, lines: [] });
    sections.at(-1)?.lines.push(line);
  }
  return {
    top,
    sections: sections
      .map(({ heading, lines }) => ({ heading, text: lines.join('\n').trim() }))
      .filter(({ text: written }) => written !== ''),
  };
}
