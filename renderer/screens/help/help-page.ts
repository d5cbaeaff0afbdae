/** A page of the documentation, cut at its headings. */
export interface HelpPage {
  /** Its path in docs: `how-to/sweep.md`. */
  readonly id: string;
  readonly title: string;
  readonly group: string;
  readonly sections: readonly HelpSection[];
}

export interface HelpSection {
  /** As in an address behind `#`, the way code hosts name headings: `what-to-read-first`. Empty before the first heading below the title. */
  readonly anchor: string;
  readonly heading: string;
  /** With its heading, as Markdown. */
  readonly text: string;
}

/** Groups by their folder. */
const groups: Readonly<Record<string, string>> = {
  tutorials: 'Tutorials',
  'how-to': 'How to',
  explanation: 'Explanation',
  contributing: 'Change the studio',
  '': 'The studio',
  reference: 'Reference',
};

/** Reads a page of docs. A title is the first heading; without one the file's name serves. */
export function helpPage(id: string, text: string): HelpPage {
  const folder = id.includes('/') ? id.slice(0, id.indexOf('/')) : '';
  const sections = sectionsOf(text);
  const title = /^# +(.+)$/m.exec(text)?.[1] ?? id;
  return { id, title, group: groups[folder] ?? folder, sections };
}

function sectionsOf(text: string): HelpSection[] {
  const sections: { heading: string; lines: string[] }[] = [{ heading: '', lines: [] }];
  let fenced = false;
  for (const line of text.split(/\r?\n/)) {
    if (/^ {0,3}(```|~~~)/.test(line)) fenced = !fenced;
    const heading = fenced ? undefined : /^#{2,3} +(.+)$/.exec(line)?.[1];
    if (heading !== undefined) sections.push({ heading, lines: [line] });
    else sections.at(-1)?.lines.push(line);
  }
  return sections.map(({ heading, lines }) => ({
    heading,
    anchor: anchorOf(heading),
    text: lines.join('\n'),
  }));
}

/** Lower case, words joined by hyphens, everything else left out. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
