import { type ReactElement, type ReactNode, useMemo } from 'react';
import type { Chart } from '../charts/chart.ts';
import { type ChartTheme, darkTheme, lightTheme } from '../charts/chart-theme.ts';
import type { ChartAbout } from '../ui/chart-card/chart-about.tsx';
import { ChartCard, type ChartHands } from '../ui/chart-card/chart-card.tsx';
import { ChartPicture } from '../ui/chart-card/chart-picture.tsx';
import { attempt } from './perform.ts';
import { saveFile } from './save-file.ts';
import { useStore } from './store.ts';
import type { Studio } from './studio.ts';
import { useStudio } from './studio-context.tsx';

interface StudioChartProps {
  readonly chart: Chart;
  /** Begins the names of its files, such as the id of the scenario. */
  readonly file: string;
  readonly about?: ChartAbout;
  /** Px of the drawing; absent: what the chart wants at its width. */
  readonly height?: number;
  /** The item that is marked from outside, such as the day of a scrubber. */
  readonly mark?: number;
  readonly selected?: number;
  readonly controls?: ReactNode;
  /** A line of words below the drawing. */
  readonly note?: ReactNode;
  readonly className?: string;
  onChoose?(item: number): void;
  onPropose?(): void;
}

/** A chart in its card, in the theme of the page, whose files go where files of the studio go. */
export function StudioChart(props: StudioChartProps): ReactElement {
  const { chart, height, mark, selected, onChoose, ...card } = props;
  const studio = useStudio();
  const theme = useScreenTheme();
  const exportChoice = useStore(studio.theme.exports);
  const hands = useMemo(() => handsOf(studio), [studio]);
  const exportTheme = exportChoice === 'screen' ? theme : exportChoice === 'dark' ? darkTheme : lightTheme;
  return (
    <ChartCard
      {...card}
      {...{ chart, exportTheme, hands }}
      {...(height === undefined ? {} : { height: height + 17 })}
    >
      <ChartPicture {...{ chart, theme, height, mark, selected, onChoose }} />
    </ChartCard>
  );
}

/** The colours that charts on the page have. */
export function useScreenTheme(): ChartTheme {
  return useStore(useStudio().theme.theme) === 'dark' ? darkTheme : lightTheme;
}

const handsOf = (studio: Studio): ChartHands => ({
  attempt: (act) => void attempt(studio, act),
  save: ({ name, type, content }) =>
    saveFile(
      studio,
      typeof content === 'string' ? { name, type, text: [content] } : { name, type, bytes: content },
    ),
});
