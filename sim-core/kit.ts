import { mechanism } from './contract/mechanism.ts';
import { model } from './contract/model.ts';
import { choice, date, distribution, number, series, table } from './contract/parameter.ts';
import { status, userStatus } from './contract/vocabulary.ts';
import { dayNumber, isoDate } from './kernel/calendar.ts';
import { circulatingTokens } from './kernel/circulating.ts';
import { drawn } from './kernel/distribution.ts';
import * as math from './kernel/math.ts';
import { uniform } from './kernel/random.ts';
import { rowKernel } from './kernel/row-kernel/row-kernel.ts';
import { valueOn } from './kernel/series.ts';
import { blockRows, sum } from './kernel/sum.ts';

/**
 * What a project's own module is given: the words to declare a mechanism, arithmetic that is the same on every machine, luck,
 * and the sums and series of the kernel.
 */
export const kit = {
  mechanism,
  model,
  number,
  choice,
  date,
  distribution,
  series,
  table,
  math,
  uniform,
  rowKernel,
  drawn,
  valueOn,
  sum,
  blockRows,
  circulatingTokens,
  status,
  userStatus,
  dayNumber,
  isoDate,
} as const;
