import type { CalibrateView } from '../../../../../main/api/jobs/job-result.ts';
import { percent } from '../../../../ui/number-format.ts';

/** How well the fit does on what it has seen, and on what was held out: against the scenario before, and against no model at all. */
export function backtestSentences({
  scores,
  heldOut,
  fit,
  together,
  parameters,
}: CalibrateView): readonly string[] {
  const seen = scores
    .filter(({ window }) => window === 'fit')
    .map(
      ({ column, error, before }) =>
        `${column}: the fit misses by ${percent(error)} (${percent(before)} before it), ${fit.first} to ${fit.last}.`,
    );
  const backtest = scores
    .filter(({ window }) => window === 'held-out')
    .map(({ column, error, constant, before, insideExpected }) => {
      const naive = Number.isNaN(constant)
        ? ''
        : error < constant
          ? ` It does better than taking the last figure that was seen (${percent(constant)}).`
          : ` Taking the last figure that was seen does as well or better (${percent(constant)}): do not forecast with it.`;
      return `${column}, held out ${heldOut?.first} to ${heldOut?.last}: it misses by ${percent(error)} (${percent(before)} before); ${percent(insideExpected)} of the figures are where nine in ten should be.${naive}`;
    });
  const none =
    heldOut === undefined
      ? ['Nothing was held out, so nothing says how it does on what it has not seen.']
      : [];
  const tied = together.map(
    ({ paths, correlation }) =>
      `The record tells ${paths.map((path) => labelOf(parameters, path)).join(' and ')} together better than each (their errors have a correlation of ${correlation.toFixed(2)}).`,
  );
  return [...backtest, ...none, ...seen, ...tied];
}

const labelOf = (parameters: CalibrateView['parameters'], path: string): string =>
  parameters.find((each) => each.path === path)?.label ?? path;
