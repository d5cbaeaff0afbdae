import type { Chart } from '../chart.ts';
import * as field from './field.ts';
import * as flowAndRank from './flow-and-rank.ts';
import { map } from './map.ts';
import * as time from './time.ts';

const { parallelSubject: _, tradeOffs, ...fields } = field;

/** Every kind of chart with a small subject, by name: what tests draw. */
export const examples: Readonly<Record<string, Chart>> = {
  ...time,
  ...flowAndRank,
  ...fields,
  ...(tradeOffs === undefined ? {} : { tradeOffs }),
  map,
};
