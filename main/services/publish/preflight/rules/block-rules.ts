import type { PreflightRule } from '../rule.ts';

/** The first block that each network's strategies can read. Others are known to the server alone. */
const firstBlocks: Readonly<Record<string, number>> = { '1': 7_929_876, '11155111': 751_532 };

const given: PreflightRule = {
  id: 'block.given',
  fix: 'Set a JSON-RPC address of the space’s network, or type the number of a block.',
  check: ({ blockGiven }) =>
    blockGiven
      ? undefined
      : {
          message: 'The block whose balances vote is not known; the studio does not guess it.',
          value: 'none',
        },
};

const afterStart: PreflightRule = {
  id: 'block.start',
  server: 'proposal snapshot must be after network start',
  fix: 'Take a newer block.',
  check: ({ blockGiven, space, message: { snapshot } }) => {
    const first = firstBlocks[space?.network ?? ''];
    return !blockGiven || first === undefined || snapshot >= first
      ? undefined
      : { message: `The first block of the space’s network that can be used is ${first}.`, value: snapshot };
  },
};

const exists: PreflightRule = {
  id: 'block.exists',
  server: 'invalid snapshot block',
  fix: 'Take a block that exists on the space’s network.',
  check: ({ blockGiven, known: { headBlock }, message: { snapshot } }) => {
    if (!blockGiven) return undefined;
    if (!Number.isSafeInteger(snapshot) || snapshot < 0)
      return { message: 'That is no number of a block.', value: snapshot };
    if (headBlock === undefined)
      return {
        message: 'Whether the block exists was not looked up.',
        value: snapshot,
        fix: 'Set a JSON-RPC address of the space’s network to have it looked up.',
        unknown: true,
      };
    return snapshot <= headBlock
      ? undefined
      : { message: `The newest block of the network is ${headBlock}.`, value: snapshot };
  },
};

/** The block at which voting power is read. */
export const blockRules = [given, afterStart, exists];
