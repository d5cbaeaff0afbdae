import { Wallet } from '@ethersproject/wallet';
import type { ProposalDraft } from '../../main/api/publish/draft.ts';
import type { KnownFacts, SpaceSettings } from '../../main/api/publish/known.ts';

/** An account of tests only. */
export const testWallet = new Wallet(`0x${'1f'.repeat(32)}`);
export const otherWallet = new Wallet(`0x${'2e'.repeat(32)}`);

export const testSpace: SpaceSettings = {
  id: 'sensors.example.eth',
  name: 'Sensors',
  network: '1',
  strategyNetworks: ['1'],
  voting: { delay: 3600, period: 259_200, type: '', privacy: 'any' },
  onlyMembers: false,
  validation: 'any',
  minScore: 0,
  members: [],
  moderators: [],
  admins: [],
  verified: false,
  flagged: false,
  turbo: false,
  hibernated: false,
  labels: [{ id: 'abc12345', name: 'Treasury' }],
  proposalsInDay: 0,
  proposalsInMonth: 0,
  guidelines: '',
  template: '',
};

export const testKnown: KnownFacts = {
  space: testSpace,
  limits: { 'space.default.body_limit': 10_000 },
  premiumNetworks: ['1'],
  activeOfAuthor: 0,
  headBlock: 21_000_000,
  onMainnet: false,
  clockAhead: 0,
};

export const testDraft: ProposalDraft = {
  title: 'Halve rewards every 18 months',
  body: 'Rewards halve every 18 months instead of every 24.',
  choices: ['For', 'Against', 'Abstain'],
  discussion: 'https://forum.example/t/1',
  labels: [],
  type: 'basic',
  privacy: '',
  space: 'sensors.example.eth',
  from: testWallet.address,
  block: 20_900_000,
};
