import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';

/** What the treasury and insiders have on the first day, on top of the tokens of the start. */
export const holders = mechanism({
  id: 'agents.holders',
  version: 1,
  slot: 'agents',
  title: 'Treasury and insiders at the start',
  summary: 'Sets what the treasury holds and what team and investors hold unlocked on the first day.',
  sources: [],
  parameters: {
    treasury: number({
      label: 'Tokens of the treasury',
      unit: 'token',
      min: 0,
      max: 1e15,
      default: 0,
      step: 1_000_000,
      why: 'Reserves that pay for grants and rewards; they do not circulate.',
    }),
    treasuryUsd: number({
      label: 'Dollars of the treasury',
      unit: 'USD',
      min: 0,
      max: 1e13,
      default: 0,
      step: 100_000,
      why: 'What keeps the treasury going if the price falls.',
    }),
    insiders: number({
      label: 'Tokens of insiders',
      unit: 'token',
      min: 0,
      max: 1e15,
      default: 0,
      step: 1_000_000,
      why: 'Unlocked tokens of team and investors that are not sold yet. What is still locked belongs to the unlock schedule.',
    }),
    insiderCount: number({
      label: 'Team and investors are',
      unit: 'holder',
      min: 0,
      max: 1_000_000,
      default: 0,
      step: 10,
      integer: true,
      why: 'Among so many their tokens, locked or not, are shared out evenly where concentration is measured. 0: not known, so they are left out of it.',
    }),
  },
  reads: [],
  writes: ['treasury.usd', 'holders.insiders', 'ledger.treasury', 'ledger.insiders'],
  genesis: ({ treasury, insiders }) => ({ treasury, insiders }),
  start({ treasury, holders }, { treasuryUsd, insiderCount }) {
    treasury.usd = treasuryUsd;
    holders.insiders = insiderCount;
  },
  examples: [
    {
      says: 'Each has its own',
      given: { treasury: 300, treasuryUsd: 20, insiders: 50, insiderCount: 7 },
      after: { 'ledger.treasury': 300, 'ledger.insiders': 50, 'treasury.usd': 20, 'holders.insiders': 7 },
    },
  ],
});
