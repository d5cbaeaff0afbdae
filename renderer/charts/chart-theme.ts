/** Concrete colours, so that a chart is the same picture in the app, in an exported SVG and headless. */
export interface ChartTheme {
  readonly background: string;
  readonly text: string;
  readonly muted: string;
  readonly grid: string;
  /** Series 1 to 6; each also has a dash, so colour is never alone. */
  readonly series: readonly string[];
  /** What others are held against: always neutral grey. */
  readonly base: string;
  /** Below and above a point of no change, such as a loss and a gain. */
  readonly below: string;
  readonly above: string;
  readonly verdict: Readonly<Record<'pass' | 'watch' | 'fail', string>>;
  /** Ends of the single-hue scale of a heatmap, from little to much. */
  readonly heat: readonly [string, string];
  /** Countries that a map says nothing of. */
  readonly land: string;
}

/** Contrast of the series on white 3.05 to 11.6; told apart under every common colour vision. */
export const lightTheme: ChartTheme = {
  background: '#ffffff',
  text: '#14171c',
  muted: '#565d69',
  grid: '#dfe2e7',
  series: ['#0126a3', '#c54d92', '#894c06', '#4076f5', '#9b980b', '#5b2a44'],
  base: '#7f8691',
  below: '#b35806',
  above: '#542788',
  verdict: { pass: '#0b6b50', watch: '#8a5a00', fail: '#a62b2b' },
  heat: ['#e8f0fb', '#08306b'],
  land: '#e7eaee',
};

/** Contrast of the series on the dark background 4.5 to 14.1. */
export const darkTheme: ChartTheme = {
  background: '#14171c',
  text: '#eceff3',
  muted: '#a3abb8',
  grid: '#2d333d',
  series: ['#8db0f7', '#a76f8c', '#e79041', '#4379f9', '#ede94e', '#a0f1fa'],
  base: '#8b93a0',
  below: '#e08214',
  above: '#b2abd2',
  verdict: { pass: '#4fd1a5', watch: '#f0b54a', fail: '#ff8a80' },
  heat: ['#1d2a40', '#b9d6ff'],
  land: '#282e37',
};

/** Dash of series 1 to 6, as `stroke-dasharray`. */
const dashes: readonly string[] = ['none', '6 3', '2 2', '8 3 2 3', '1 3', '12 4'];

export const seriesColour = (theme: ChartTheme, series: number): string =>
  theme.series[series % theme.series.length] ?? theme.text;

export const seriesDash = (series: number): string => dashes[series % dashes.length] ?? 'none';
