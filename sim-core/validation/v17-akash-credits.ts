import {
  burnedForCredits,
  collateralRatio,
  mintedForCredits,
} from '../mechanisms/settlement/stable-vault-rule.ts';
import { sources } from '../mechanisms/sources.ts';
import { check } from './check.ts';

/** AEP-76's worked examples: burned at the top-up, minted at the settlement, and what the vault covers. */
export const akashCredits = check({
  id: 'V17',
  title: 'Akash AEP-76 worked examples',
  unit: 'token, ratio',
  source: sources.aep76,
  tolerance: {
    kind: 'absolute',
    value: 1e-6,
    because: 'Published to six decimals; millions in whole tokens.',
  },
  expected: [
    { of: '1,000 USD at 1.14: burned', value: 877.192982 },
    { of: 'settled at 1.50: minted', value: 666.666667 },
    { of: 'settled at 1.50: net', value: -210.526316 },
    { of: 'settled at 0.90: minted', value: 1111.111111 },
    { of: 'settled at 0.90: net', value: 233.918129 },
    { of: '10 million USD at 1.14: burned', value: 8_771_929, within: 1 },
    { of: 'settled at 1.25: minted', value: 8_000_000 },
    { of: 'settled at 1.25: net', value: -771_929, within: 1 },
    { of: 'at 1.20: collateral ratio', value: 1.053, within: 0.0005 },
  ],
  constants: { creditUsd: 1 },
  compute({ creditUsd }) {
    const small = burnedForCredits(1000, 1.14, creditUsd);
    const high = mintedForCredits(1000, 1.5, creditUsd);
    const low = mintedForCredits(1000, 0.9, creditUsd);
    const large = burnedForCredits(10_000_000, 1.14, creditUsd);
    const settled = mintedForCredits(10_000_000, 1.25, creditUsd);
    const ratio = collateralRatio(large, 1.2, 10_000_000);
    return [small, high, high - small, low, low - small, large, settled, settled - large, ratio];
  },
});
