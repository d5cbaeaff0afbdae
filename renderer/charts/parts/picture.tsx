import type { ReactElement, ReactNode } from 'react';
import type { Chart, Frame } from '../chart.ts';
import { Heading, headingHeight } from '../plot-heading.tsx';

type Words = Pick<Chart, 'title' | 'subtitle' | 'summary'>;

/** Where the drawing begins, in px from above: below the heading where there is one. */
export const bodyTop = (
  words: Pick<Chart, 'title' | 'subtitle'>,
  { heading = false, width }: Frame,
): number => (heading ? headingHeight(words, width) : 0);

interface PictureProps {
  readonly words: Words;
  readonly frame: Frame;
  readonly children: ReactNode;
}

/** The sheet that every chart is drawn on: its size, its summary for people who do not see it, its heading. */
export function Picture({ words, frame, children }: PictureProps): ReactElement {
  const { theme, width, height, heading = false } = frame;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={words.summary}
      fontFamily="system-ui, sans-serif"
      fontSize={11}
    >
      {heading && <rect width={width} height={height} fill={theme.background} />}
      {heading && <Heading words={words} theme={theme} width={width} />}
      {children}
    </svg>
  );
}
