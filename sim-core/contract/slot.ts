/** The parts of an economy, in the order in which a day goes through them. `agents` sets the first day and counts anew each morning. */
export const slots = [
  'agents',
  'shocks',
  'demand',
  'settlement',
  'verification',
  'emission',
  'reward',
  'staking',
  'supply',
  'market',
  'governance',
] as const;

export type Slot = (typeof slots)[number];
