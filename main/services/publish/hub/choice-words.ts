/** What a vote is for, in words: one choice, several, a ranking, or shares. Choices are counted from 1; private votes are texts. */
export function choiceWords(choice: unknown, choices: readonly string[]): string {
  const named = (index: unknown): string => choices[Number(index) - 1] ?? `choice ${String(index)}`;
  if (typeof choice === 'number') return named(choice);
  if (Array.isArray(choice)) return choice.map(named).join(', ');
  if (typeof choice !== 'object' || choice === null) return 'private until voting ends';
  const shares = Object.entries(choice).map(([index, share]) => ({ index, share: Number(share) }));
  const all = shares.reduce((sum, { share }) => sum + share, 0);
  return shares
    .map(({ index, share }) => `${named(index)} ${Math.round((100 * share) / (all || 1))} %`)
    .join(', ');
}
