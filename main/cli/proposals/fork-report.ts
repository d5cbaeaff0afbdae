import type { ForkView } from '../../api/proposals/proposals-api.ts';

/** What differs, what turns, and each claim beside theirs, as lines. */
export function forkReport({ differences, sentences, outcomes }: ForkView): string {
  const width = Math.max(...outcomes.flatMap(({ theirs }) => theirs.map((value) => value.length)), 6);
  return [
    ...differences.map(
      ({ path, theirs, here, as }) =>
        `${as === 'proposed' ? 'propose' : 'assume '}  ${path}  ${theirs} -> ${here}`,
    ),
    '',
    ...sentences,
    '',
    `${' '.repeat(14)}  ${'theirs'.padStart(width)}  here`,
    ...outcomes.flatMap(({ what, numbers, theirs, here, reproduced }) => [
      `${what}${reproduced ? '' : '  (their text says otherwise)'}`,
      ...numbers.map(
        (number, nth) => `${number.padStart(14)}  ${(theirs[nth] ?? '').padStart(width)}  ${here[nth] ?? ''}`,
      ),
    ]),
    '',
  ].join('\n');
}
