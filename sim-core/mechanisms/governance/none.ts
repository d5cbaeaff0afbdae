import { mechanism } from '../../contract/mechanism.ts';

/** Nobody changes a rule. */
export const none = mechanism({
  id: 'governance.none',
  version: 1,
  slot: 'governance',
  title: 'No governance',
  summary: 'Leaves all rules as they are.',
  sources: [],
  parameters: {},
  reads: [],
  writes: [],
  examples: [
    {
      says: 'Nothing is proposed and nothing passes',
      after: { 'governance.proposals': 0, 'governance.passed': 0 },
    },
  ],
});
