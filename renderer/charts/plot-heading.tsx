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

/** Height that a heading takes, in px. */
export function headingHeight(subject: ChartSubject, width: number): number {
  const { above, below } = linesOf(finding(subject), longSubtitle(subject), width);
  return margin + above.length * title.line + below.length * small.line + 6;
}

/** Definition, unit, and what the title compares. */
function longSubtitle(subject: ChartSubject): string {
  const compared = basis(subject);
  return compared === '' ? subtitle(subject) : `${subtitle(subject)}. ${compared}`;
}

interface HeadingProps {
  readonly subject: ChartSubject;
  readonly theme: ChartTheme;
  readonly width: number;
}

/** Title and subtitle inside the picture. */
export function Heading({ subject, theme, width }: HeadingProps): ReactElement {
  const { above, below } = linesOf(finding(subject), longSubtitle(subject), width);
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
