import { ensNormalize } from '@ethersproject/hash';
import type { PreflightRule } from '../rule.ts';

const spaceId: PreflightRule = {
  id: 'space.id',
  server: 'Invalid space id',
  fix: 'Copy the id from the address of the space’s page, such as weatherxm.eth.',
  check: ({ message: { space } }) =>
    normalised(space) === space.toLowerCase()
      ? undefined
      : { message: 'The space’s id is not a name in its normal form (ENSIP-15).', value: space || 'empty' },
};

const spaceCase: PreflightRule = {
  id: 'space.case',
  fix: 'Write the space’s id in lower case.',
  check: ({ message: { space } }) =>
    space === space.toLowerCase()
      ? undefined
      : {
          message: 'The space’s id has capital letters; as signed it would name a space that is not found.',
          value: space,
          fix: `Write ${space.toLowerCase()}.`,
        },
};

const spaceKnown: PreflightRule = {
  id: 'space.known',
  server: 'unknown space',
  fix: 'Check the id, and that the hub is of the network where the space is.',
  check: ({ known, message: { space } }) => {
    if (known.space === undefined)
      return {
        message: 'The space’s settings are not known here, so their rules could not be checked.',
        value: space,
        fix: 'Ask the hub for the space, or paste its settings as JSON.',
        unknown: true,
      };
    if (known.space === null) return { message: `There is no space ${space}.`, value: space };
    return known.space.id.toLowerCase() === space.toLowerCase()
      ? undefined
      : {
          message: `The settings are of ${known.space.id}, and the proposal is for ${space}.`,
          value: known.space.id,
          fix: 'Ask the hub for the space of the proposal, or paste its settings.',
        };
  },
};

const spaceSettings: PreflightRule = {
  id: 'space.settings',
  server: 'invalid space settings',
  fix: 'An admin of the space has to open and save its settings on Snapshot.',
  check: ({ space }) =>
    space?.hibernated
      ? {
          message: 'The space is hibernated: it takes no proposals until an admin wakes it.',
          value: space.id,
        }
      : undefined,
};

const spaceNetworks: PreflightRule = {
  id: 'space.networks',
  server: 'space is using a non-premium network',
  fix: 'The space has to move to a premium network, or to become a turbo space.',
  check: ({ space, known: { premiumNetworks } }) => {
    if (space === undefined || space.turbo) return undefined;
    const used = [...new Set([space.network, ...space.strategyNetworks])];
    if (premiumNetworks === undefined)
      return {
        message: 'Which networks are premium is not known here; spaces on others take no proposals.',
        value: used.join(', '),
        fix: 'Ask the hub for the space.',
        unknown: true,
      };
    const other = used.filter((id) => !premiumNetworks.includes(id));
    return other.length > 0
      ? {
          message: 'The space uses a network that is not premium, and is no turbo space.',
          value: other.join(', '),
        }
      : undefined;
  },
};

function normalised(name: string): string | undefined {
  try {
    return name === '' ? undefined : ensNormalize(name);
  } catch {
    return undefined;
  }
}

/** Whether there is a space that takes proposals. */
export const spaceRules = {
  identity: [spaceId, spaceCase, spaceKnown],
  settings: [spaceSettings, spaceNetworks],
};
