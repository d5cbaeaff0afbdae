import type { ReactElement } from 'react';
import type { ChartTheme } from './chart-theme.ts';
import { subtitle } from './chart-words.ts';
import { basis, finding } from './finding.ts';
import type { ChartSubject } from './plot-data.ts';
import { wrapText } from './text-width.ts';

const title = { size: 14, line: 19 };
const small = { size: 11, line: 15 };
const margin = 10;

const linesOf = (titleText: string, subtitleText: string, width: number) => ({
  above: wrapText(titleText, title.size * 1.12, width - 2 * margin),
  below: wrapText(subtitleText, small.size, width - 2 * margin),
});

/** What stands above a picture. */
export interface HeadingWords {
  readonly title: string;
  readonly subtitle: string;
}

/** Title and subtitle of a chart over time: definition, unit, and what the title compares. */
export function headingOf(subject: ChartSubject): HeadingWords {
  const compared = basis(subject);
  const below = subtitle(subject);
  return { title: finding(subject), subtitle: compared === '' ? below : `${below}. ${compared}` };
}

/** Height that a heading takes, in px. */
export function headingHeight(words: HeadingWords, width: number): number {
  const { above, below } = linesOf(words.title, words.subtitle, width);
  return margin + above.length * title.line + below.length * small.line + 6;
}

interface HeadingProps {
  readonly words: HeadingWords;
  readonly theme: ChartTheme;
  readonly width: number;
}

/** Title and subtitle inside the picture. */
export function Heading({ words, theme, width }: HeadingProps): ReactElement {
  const { above, below } = linesOf(words.title, words.subtitle, width);
  const start = margin + above.length * title.line;
  return (
    <g>
      {above.map((line, index) => (
        <text
          key={line}
          x={margin}
          y={margin + title.size + index * title.line - 2}
          fontSize={title.size}
          fontWeight={600}
          fill={theme.text}
        >
          {line}
        </text>
      ))}
      {below.map((line, index) => (
        <text key={line} x={margin} y={start + small.size + index * small.line} fill={theme.muted}>
          {line}
        </text>
      ))}
    </g>
  );
}
