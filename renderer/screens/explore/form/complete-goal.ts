import type { JobChoices } from '../../../../main/api/jobs/jobs-api.ts';

/** What may come next in a sentence: texts that take the place of what stands from `from` to the caret. */
export interface Completions {
  readonly from: number;
  readonly options: readonly { readonly text: string; readonly about: string }[];
}

const starts = [
  { text: 'maximise ', about: 'as large as can be' },
  { text: 'minimise ', about: 'as small as can be' },
  { text: 'subject to ', about: 'what has to hold' },
];
const statistics = [
  { text: 'median of ', about: 'over seeds, in place of the mean' },
  { text: 'p10 of ', about: 'what 9 in 10 seeds exceed' },
  { text: 'p90 of ', about: 'what 1 in 10 seeds exceeds' },
];
const afterGoal = [
  { text: 'and ', about: 'another goal' },
  { text: 'subject to ', about: 'what has to hold' },
];
const afterMeasure = [
  { text: '< ', about: 'below a number' },
  { text: '> ', about: 'above a number' },
];
const chances = [
  { text: 'with P >= 0.9 ', about: 'in at least 9 of 10 seeds' },
  { text: 'and ', about: 'another constraint' },
];
const most = 8;

/** What may follow the text before the caret of a goal. */
export function completeGoal(before: string, { metrics, verdicts }: JobChoices): Completions {
  const word = /\S*$/.exec(before)?.[0] ?? '';
  const from = before.length - word.length;
  const said = before.slice(0, from).toLowerCase();
  const constrained = /(^|\s)subject to\s/.test(said);
  const measures = metrics.map(({ id, title }) => ({ text: `${id}@end `, about: title }));
  const judged = verdicts.map(({ id, title }) => ({ text: `${id} `, about: `${title} (verdict)` }));
  const options = (): Completions['options'] => {
    if (said.trim() === '') return starts;
    if (/(maximi[sz]e|minimi[sz]e) $/.test(said)) return [...measures, ...statistics];
    if (/ of $/.test(said)) return measures;
    if (/(subject to|,) $/.test(said) || (constrained && / and $/.test(said)))
      return [...judged, ...measures];
    if (/ and $/.test(said)) return [...starts.slice(0, 2), ...measures];
    if (!constrained) return afterGoal;
    const last = said.trim().split(/\s+/).at(-1) ?? '';
    if (verdicts.some(({ id }) => id === last) || /^[-+]?[\d.]+%?$|^%$/.test(last)) return chances;
    return /@|\)$/.test(last) ? afterMeasure : [];
  };
  const wanted = word.toLowerCase();
  const fitting = options().filter(
    ({ text, about }) => `${text} ${about}`.toLowerCase().includes(wanted) && text.trim() !== word,
  );
  const first = fitting.filter(({ text }) => text.toLowerCase().startsWith(wanted));
  return { from, options: [...new Set([...first, ...fitting])].slice(0, most) };
}
