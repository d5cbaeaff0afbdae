import { places } from './breakdowns/places.ts';
import { providers } from './breakdowns/providers.ts';
import type { WorldBreakdown } from './breakdowns/world-breakdown.ts';

/** Every quantity that is broken down, in the order of columns in files. */
export const breakdowns: readonly WorldBreakdown[] = [...providers, ...places];
