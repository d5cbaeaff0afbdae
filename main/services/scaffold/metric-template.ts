/** A whole metric that a person changes into their own: `id` is `group.name`. */
export const metricTemplate = (id: string): string => `// A metric of this project: one number a day.
export default ({ circulatingTokens }) => ({
  id: '${id}',
  title: 'Burned a year',
  unit: '1/year',
  definition: 'Tokens burned on the day, times 365, over circulating supply.',
  source: 'ledger',
  read: ({ ledger }) => (ledger.burnedToday * 365) / circulatingTokens(ledger),
});
`;
