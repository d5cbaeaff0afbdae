import type { Ledger } from '../contract/ledger.ts';

/** Tokens that could be sold: neither locked, pledged, staked and vesting, nor kept by the treasury or a vault. */
export const circulatingTokens = (ledger: Ledger): number =>
  ledger.balance('pool') +
  ledger.balance('traders') +
  ledger.balance('providers') +
  ledger.balance('selling') +
  ledger.balance('exiting') +
  ledger.balance('insiders');
