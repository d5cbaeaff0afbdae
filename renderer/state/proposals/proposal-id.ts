import { slugOf } from '../slug-of.ts';

/** The first heading of a proposal as the name of its file: "# Halves every 24 → 18" is `halves-every-24-18`. */
export const proposalId = (text: string): string => slugOf(/^#\s+(.+)$/m.exec(text)?.[1] ?? '') || 'proposal';
