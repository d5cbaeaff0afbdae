import type { WorldMetric } from './world-metric.ts';

/** What spoofers get, and what catching them costs the honest. */
export const fraud: readonly WorldMetric[] = [
  {
    id: 'fraud.share',
    title: 'Rewards to spoofers',
    unit: 'share',
    definition: 'Rewards paid to spoofers over rewards paid to providers, on the day.',
    source: 'reward mechanism',
    gaps: 'nothing was paid',
    read: ({ reward }) => (reward.providers > 0 ? reward.toSpoofers / reward.providers : Number.NaN),
  },
  {
    id: 'fraud.caught',
    title: 'Spoofers caught',
    unit: 'unit/day',
    definition: 'Units caught spoofing on the day.',
    source: 'verification mechanism',
    needs: ['flows.caught'],
    read: ({ flows }) => flows.caught,
  },
  {
    id: 'fraud.wronged',
    title: 'Wrongly punished',
    unit: 'unit/day',
    definition: 'Honest units punished on the day.',
    source: 'verification mechanism',
    needs: ['flows.wronged'],
    read: ({ flows }) => flows.wronged,
  },
];
