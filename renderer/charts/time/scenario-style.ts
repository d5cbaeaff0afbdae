import { type ChartTheme, seriesColour, seriesDash } from '../chart-theme.ts';
import type { ScenarioStyle } from './scenario-fans-subject.ts';

/** Colour of a scenario: the same everywhere; the base is grey. */
export const styleColour = (theme: ChartTheme, style: ScenarioStyle): string =>
  style === 'base' ? theme.base : seriesColour(theme, style);

/** Dash of a scenario, so that colour is never alone. */
export const styleDash = (style: ScenarioStyle): string => (style === 'base' ? 'none' : seriesDash(style));
