import type { Verdict } from '../../sim-core/contract/run.ts';

export type Standing = 'pass' | 'watch' | 'fail';

export const standingWords: Readonly<Record<Standing, string>> = {
  pass: 'Pass',
  watch: 'Watch',
  fail: 'Fail',
};

/** The rule in words, as it stands below the verdicts. */
export const standingRule =
  'Pass: the rule held in at least 80 % of the seeds, and the whole 95 % interval lies above one half. ' +
  'Fail: the whole interval lies below one half. Watch: anything else, such as too few seeds to tell.';

/** What the seeds say of a rule, without claiming more than their number allows. */
export function standingOf({
  probability,
  low,
  high,
}: Pick<Verdict, 'probability' | 'low' | 'high'>): Standing {
  if (probability >= 0.8 && low > 0.5) return 'pass';
  return high < 0.5 ? 'fail' : 'watch';
}
