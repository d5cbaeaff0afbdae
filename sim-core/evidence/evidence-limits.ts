/** What a block may ask of the machine that verifies it. Far above any honest proposal. */
export const evidenceLimits = {
  characters: 20_000,
  lines: 200,
  seeds: 10_000,
  days: 36_500,
  providers: 5_000_000,
  /** Days of all seeds: their columns are held until all are over, some 500 bytes a day. */
  seedDays: 2_000_000,
  /** The same times rows of agents: hours of a fast machine. */
  rowDays: 1e12,
};

/** Why evidence of such runs is refused: they would take more than any machine should give to a text that somebody has sent. */
export function tooMuchIn({
  ticks,
  count,
  providers,
}: {
  readonly ticks: number;
  readonly count: number;
  readonly providers: number;
}): { readonly message: string; readonly hint: string } | undefined {
  const days = ticks * count;
  if (days <= evidenceLimits.seedDays && days * providers <= evidenceLimits.rowDays) return undefined;
  return {
    message: `${count} seeds of ${ticks} days with ${providers} providers are more than is run for a proposal.`,
    hint: `At most ${evidenceLimits.seedDays} days over all seeds, and ${evidenceLimits.rowDays} days of single providers.`,
  };
}
