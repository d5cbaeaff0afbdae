/** A result and when it is read: empty for a verdict, `mean` over the whole run, or a time such as `end` or `12mo`. */
export interface MeasureParts {
  readonly id: string;
  readonly when: string;
}

/** The parts of what an experiment file says, such as `providers.active@end` or `mean(market.price)`. */
export function measureParts(text: string): MeasureParts {
  const mean = /^mean\((.*)\)$/.exec(text.trim())?.[1];
  if (mean !== undefined) return { id: mean, when: 'mean' };
  const [id = '', when = ''] = text.trim().split('@');
  return { id, when };
}

export function measureText({ id, when }: MeasureParts): string {
  if (when === '') return id;
  return when === 'mean' ? `mean(${id})` : `${id}@${when}`;
}

const month = 365.25 / 12;

/** Times that a run of so many days has, and the one that is chosen already. */
export function timesFor(
  days: number,
  chosen: string,
): readonly { readonly value: string; readonly text: string }[] {
  const months = [3, 6, 12, 24, 36, 48, 60, 84, 120].filter((count) => count * month < days);
  const times = [
    { value: 'end', text: 'on the last day' },
    ...months.map((count) => ({ value: `${count}mo`, text: `after ${count} months` })),
    { value: 'mean', text: 'mean over the run' },
  ];
  return times.some(({ value }) => value === chosen)
    ? times
    : [...times, { value: chosen, text: `at ${chosen}` }];
}
