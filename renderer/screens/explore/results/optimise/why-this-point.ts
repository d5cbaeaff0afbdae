import type { OptimiseView } from '../../../../../main/api/jobs/job-result.ts';
import { percent, quantity } from '../../../../ui/number-format.ts';

/** Why a candidate is worth having, or what it costs: against the scenario as it is, against the others, and by the constraints. */
export function whyThisPoint(result: OptimiseView, index: number): readonly string[] {
  const { goals, constraints, front, asItIs } = result;
  const its = front[index];
  if (its === undefined) return [];
  const againstBase = goals.map(({ written, sense, unit }, i) => {
    const [value, base] = [its.goals[i]?.value ?? Number.NaN, asItIs.goals[i]?.value ?? Number.NaN];
    const better = sense === 'maximise' ? value > base : value < base;
    const word = value === base ? 'the same as' : better ? 'better than' : 'worse than';
    return `${written} is ${quantity(value, unit)}, ${word} ${quantity(base, unit)} as it is.`;
  });
  const bestIn = goals.flatMap(({ sense }, i) => {
    const values = front
      .filter(({ holds }) => holds)
      .map(({ goals: reached }) => reached[i]?.value ?? Number.NaN);
    const best = sense === 'maximise' ? Math.max(...values) : Math.min(...values);
    return its.holds && its.goals[i]?.value === best ? [i] : [];
  });
  const place = !its.holds
    ? 'On fresh seeds another candidate is at least as good in every goal, or a constraint is missed: its place was partly luck.'
    : bestIn.length === goals.length
      ? 'No other candidate is better in any goal.'
      : bestIn.length > 0
        ? `No other candidate has a better ${bestIn.map((i) => goals[i]?.written).join(' or ')}; others give up some of it for the rest.`
        : 'Every candidate that is better in one goal is worse in another: it stands between the ends.';
  const kept = constraints.map((written, i) => {
    const standing = its.constraints[i];
    const share = standing === undefined ? '' : shareText(written, standing.value);
    return `${standing?.kept === true ? 'Keeps to' : 'Misses'} “${written}”${share}.`;
  });
  return [...againstBase, place, ...kept];
}

/** What the constraint came to: a share of seeds where it asks for one, or for a verdict. */
const shareText = (written: string, value: number): string =>
  / with P /i.test(written) || !/[<>]/.test(written)
    ? ` in ${percent(value)} of the seeds`
    : ` (${Number(value.toPrecision(3))} on average)`;
