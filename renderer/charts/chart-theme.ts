/** Concrete colours, so that a chart is the same picture in the app, in an exported SVG and headless. */
export interface ChartTheme {
  readonly background: string;
  readonly text: string;
  readonly muted: string;
  readonly grid: string;
  /** Series 1 to 6; each also has a dash, so colour is never alone. */
  readonly series: readonly string[];
}

/** Contrast of the series on white 3.05 to 11.6; told apart under every common colour vision. */
export const lightTheme: ChartTheme = {
  background: '#ffffff',
  text: '#14171c',
  muted: '#565d69',
  grid: '#dfe2e7',
  series: ['#0126a3', '#c54d92', '#894c06', '#4076f5', '#9b980b', '#5b2a44'],
};

/** Contrast of the series on the dark background 4.5 to 14.1. */
export const darkTheme: ChartTheme = {
  background: '#14171c',
  text: '#eceff3',
  muted: '#a3abb8',
  grid: '#2d333d',
  series: ['#8db0f7', '#a76f8c', '#e79041', '#4379f9', '#ede94e', '#a0f1fa'],
};

/** Dash of series 1 to 6, as `stroke-dasharray`. */
const dashes: readonly string[] = ['none', '6 3', '2 2', '8 3 2 3', '1 3', '12 4'];

export const seriesColour = (theme: ChartTheme, series: number): string =>
  theme.series[series % theme.series.length] ?? theme.text;

export const seriesDash = (series: number): string => dashes[series % dashes.length] ?? 'none';
