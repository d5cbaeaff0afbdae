import { pastedSpace } from '../../../main/services/publish/pasted-space.ts';
import { mutated } from '../mutated.ts';
import { judge } from '../plain.ts';
import type { Target } from '../target.ts';

const settings = {
  ...{
    id: 'standin.eth',
    name: 'Stand-in DAO',
    network: '1',
    symbol: 'SDAO',
    private: false,
    verified: true,
  },
  strategies: [{ name: 'erc20-balance-of', network: '1', params: { symbol: 'SDAO', decimals: 18 } }],
  admins: ['0x5050F69a9786F081509234F1a7F4684b5E5b76C9'],
  members: ['0x5050F69a9786F081509234F1a7F4684b5E5b76C9'],
  filters: { onlyMembers: true, minScore: 1 },
  voting: { delay: 3600, period: 259_200, type: 'basic', quorum: 10, privacy: 'shutter', hideAbstain: true },
  validation: { name: 'basic', params: {} },
  labels: [{ id: 'a', name: 'A', description: 'b', color: '#ffffff' }],
};

/** The settings of a space, as a person pastes them. */
export const space = (): Target => ({
  name: 'space',
  share: 20,
  inputs: mutated([
    JSON.stringify(settings),
    JSON.stringify({ data: { space: settings } }, null, 2),
    JSON.stringify({ ...settings, network: 1, voting: null, filters: {}, treasuries: [{ address: '0x' }] }),
  ]),
  try(input) {
    try {
      pastedSpace(input, 'standin.eth');
    } catch (thrown) {
      judge(thrown);
    }
  },
});
