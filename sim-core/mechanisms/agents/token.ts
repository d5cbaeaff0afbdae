import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';

/** Tokens and price at the first day. */
export const token = mechanism({
  id: 'agents.token',
  version: 1,
  slot: 'agents',
  title: 'Token at the start',
  summary: 'Sets how many tokens exist on the first day, who holds them, and what one costs.',
  sources: [],
  parameters: {
    supply: number({
      label: 'Supply at start',
      unit: 'token',
      min: 1,
      max: 1e15,
      default: 75_000_000,
      step: 1_000_000,
      why: 'Every later flow is small or large beside it. Order of magnitude of Helium in 2021.',
    }),
    price: number({
      label: 'Price at start',
      unit: 'USD/token',
      min: 1e-9,
      max: 1e6,
      default: 1.5,
      step: 0.1,
      why: 'The first price anyone sees; a recorded price replaces it. Order of magnitude of HNT in early 2021.',
    }),
    providerShare: number({
      label: 'Held by providers',
      unit: 'share',
      min: 0,
      max: 1,
      default: 0.05,
      step: 0.01,
      why: 'What providers kept of earlier income and may still sell. No open series says how much.',
    }),
    cap: number({
      label: 'Most tokens ever',
      unit: 'token',
      min: 1,
      max: 1e18,
      default: 1e18,
      step: 1_000_000,
      why: 'Maximum supply, if the network has one: a run that mints beyond it stops. The default is no cap.',
    }),
  },
  reads: [],
  writes: ['market.price', 'market.smoothedPrice', 'ledger.traders', 'ledger.providers'],
  genesis: ({ supply, providerShare }) => ({
    traders: supply * (1 - providerShare),
    providers: supply * providerShare,
  }),
  refuses: ({ cap }, { genesis }) =>
    genesis <= cap
      ? undefined
      : {
          parameter: 'cap',
          message: `At most ${cap} tokens may exist, and ${genesis} do on the first day.`,
          hint: 'Raise the cap, or lower the supply at the start or what is locked.',
        },
  start({ market }, { price }) {
    market.price = price;
    market.smoothedPrice = price;
  },
  invariants: [
    {
      says: 'There are never more tokens than the cap.',
      holds: ({ ledger }, { cap }) => ledger.genesis + ledger.minted - ledger.burned <= cap * (1 + 1e-12),
    },
  ],
  examples: [
    {
      says: 'A million tokens at 2 USD',
      given: { supply: 1e6, price: 2, providerShare: 0.1 },
      after: { 'market.price': 2, 'ledger.traders': 900_000, 'ledger.providers': 100_000 },
    },
  ],
});
