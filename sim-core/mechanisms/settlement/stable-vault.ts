import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';
import { max, min } from '../../kernel/math.ts';
import { sources } from '../sources.ts';
import { burnedForCredits, collateralRatio, holdByCapacity, mintedForCredits } from './stable-vault-rule.ts';

/** A threshold of the circuit breaker. */
const threshold = (label: string, value: number, why: string) =>
  number({ label, unit: '1', min: 0, max: 2, default: value, step: 0.01, why, source: sources.aep76 });

/** What a credit is worth. */
const creditUsd = 1;

/** One price for market and vault, and service at a dollar a unit. */
const at = (price: number) => ({ 'market.price': price, 'vault.oracle': price, 'demand.unitPrice': 1 });

/**
 * Customers lock tokens in a vault for credits worth a dollar each; what they use is paid to providers in tokens of as many
 * dollars, from the vault as long as it has some, else minted. A circuit breaker slows and halts new credits.
 */
export const stableVault = mechanism({
  id: 'settlement.stable-vault',
  version: 1,
  slot: 'settlement',
  title: 'Stable credits from a vault',
  summary:
    'Tokens locked in a vault make dollar credits; used credits pay providers in tokens from it, or minted ones.',
  sources: [sources.aep76],
  parameters: {
    runway: number({
      label: 'Credits kept for',
      unit: 'day',
      min: 0,
      max: 365,
      default: 7,
      step: 1,
      why: 'Days of use that customers hold as credits: the more, the more tokens are out of circulation, and at risk.',
      source: sources.aep76,
    }),
    spread: number({
      label: 'Spread',
      unit: 'share',
      min: 0,
      max: 0.1,
      default: 0.0025,
      step: 0.0005,
      why: 'Taken from customers when credits are made and left in the vault: 25 basis points, to build a buffer.',
      source: sources.aep76,
    }),
    window: number({
      label: 'Price averaged over',
      unit: 'minute',
      min: 0,
      max: 14_400,
      default: 30,
      step: 30,
      why: 'Against manipulation. Days of averaging would let customers choose the better of two prices.',
      source: sources.aep76,
    }),
    warn: threshold('Warns below', 0.95, 'Collateral over credits below which new credits are slowed.'),
    halt: threshold(
      'Halts below',
      0.9,
      'Collateral over credits below which no new credits are made; customers then pay in tokens directly.',
    ),
    slowed: number({
      label: 'Made while slowed',
      unit: 'share',
      min: 0,
      max: 1,
      default: 0.5,
      step: 0.1,
      why: 'Share of the credits asked for that is made below the warning. The rule says slower, not how much: half.',
    }),
    sold: number({
      label: 'Providers sell at once',
      unit: 'share',
      min: 0,
      max: 1,
      default: 0.7,
      step: 0.05,
      why: 'Share of the tokens they are paid; their costs are in dollars. The rest they hold, and release like other income.',
    }),
    reserve: number({
      label: 'Reserve at start',
      unit: 'token',
      min: 0,
      max: 1e15,
      default: 0,
      step: 100_000,
      why: 'Tokens beyond the supply at start that the vault begins with as a buffer. The proposal gives no amount.',
    }),
  },
  needs: ['demand.served', 'market.executed'],
  reads: [
    'demand.served',
    'demand.unitPrice',
    'market.price',
    'shocks.oracleLag',
    'providers.status',
    'providers.spoofing',
    'providers.capacity',
    'network.weight',
  ],
  writes: [
    'settlement.fees',
    'settlement.credits',
    'settlement.toProviders',
    'orders.buyUsd',
    'orders.sellTokens',
    'vault.credits',
    'vault.oracle',
    'vault.ratio',
    'providers.held',
    'ledger.traders',
    'ledger.vault',
    'ledger.providers',
    'ledger.selling',
  ],
  genesis: ({ reserve }) => ({ vault: reserve }),
  refuses: ({ warn, halt }) =>
    halt <= warn
      ? undefined
      : {
          parameter: 'halt',
          message: `New credits halt below ${halt}, before the warning at ${warn}.`,
          hint: `Halt at ${warn} or below.`,
        },
  start({ vault, market }) {
    vault.oracle = market.price;
  },
  step(world, { runway, spread, window, warn, halt, slowed, sold }) {
    const { demand, settlement, orders, market, vault, shocks, ledger } = world;
    // A moving average whose age is that of the average over the window, and of a late oracle.
    vault.oracle += (market.price - vault.oracle) / (1 + shocks.oracleLag + window / 2880);
    const price = vault.oracle;
    const fees = demand.served * demand.unitPrice;
    const ratio = collateralRatio(ledger.balance('vault'), price, vault.credits);
    const asked = max(0, fees * (1 + runway) - vault.credits);
    const allowed = ratio < halt ? 0 : ratio < warn ? slowed * asked : asked;
    // Customers take tokens from holders at the vault's price; the dollars buy others in the market, with all orders of the day.
    const perCredit = burnedForCredits(1, price, creditUsd) / (1 - spread);
    const locked = min(allowed * perCredit, ledger.balance('traders'));
    ledger.move('traders', 'vault', locked, 'locked for credits');
    orders.buyUsd += locked * price;
    vault.credits += locked / perCredit;

    const used = min(fees, vault.credits);
    vault.credits -= used;
    const owed = mintedForCredits(used, price, creditUsd);
    ledger.mint('vault', max(0, owed - ledger.balance('vault')), 'minted for used credits');
    ledger.move('vault', 'providers', owed, 'used credits');
    const direct = min((fees - used) / price, ledger.balance('traders'));
    ledger.move('traders', 'providers', direct, 'paid directly');
    orders.buyUsd += direct * price;
    vault.ratio = collateralRatio(ledger.balance('vault'), price, vault.credits);
    const paid = owed + direct;
    settlement.fees = used + direct * price;
    settlement.credits = used;
    // In dollars, since what providers keep is income too.
    settlement.toProviders += settlement.fees;
    const kept = holdByCapacity(world, (1 - sold) * paid);
    ledger.move('providers', 'selling', paid - kept, 'providers sell');
    orders.sellTokens += paid - kept;
  },
  invariants: [{ says: 'Credits outstanding are not below zero.', holds: ({ vault }) => vault.credits >= 0 }],
  examples: [
    {
      says: 'AEP-76: 1,000 USD at 1.14 lock 877.192982 AKT; of the 1,000 credits 100 are used at once',
      given: { spread: 0, runway: 9, sold: 1 },
      before: {
        'demand.served': 100,
        'demand.unitPrice': 1,
        'market.price': 1.14,
        'ledger.traders': 1000,
      },
      after: {
        'ledger.traders': 1000 - 1000 / 1.14,
        'ledger.vault': 900 / 1.14,
        'vault.credits': 900,
        'orders.buyUsd': 1000,
        'orders.sellTokens': 100 / 1.14,
        'ledger.selling': 100 / 1.14,
        'settlement.fees': 100,
        'settlement.credits': 100,
        'settlement.toProviders': 100,
      },
    },
    {
      says: 'AEP-76: settled at 1.50 they pay 666.666667 AKT; 210.526316 stay out of circulation',
      given: { spread: 0, runway: 0, sold: 1 },
      before: {
        'demand.served': 1000,
        ...at(1.5),
        'vault.credits': 1000,
        'ledger.vault': 877.192982,
      },
      after: {
        'ledger.selling': 666.666667,
        'ledger.vault': 210.526316,
        'vault.credits': 0,
        'vault.ratio': 1,
      },
      tolerance: 1e-6,
    },
    {
      says: 'AEP-76: settled at 0.90 they pay 1,111.111111 AKT, 233.918129 of which are minted',
      given: { spread: 0, runway: 0, sold: 1 },
      before: {
        'demand.served': 1000,
        ...at(0.9),
        'vault.credits': 1000,
        'ledger.vault': 877.192982,
      },
      after: { 'ledger.selling': 877.192982 + 233.918129, 'ledger.vault': 0 },
      tolerance: 1e-6,
    },
    {
      says: 'AEP-76: marked at 1.20 the same vault covers its credits 1.053 times',
      before: {
        'market.price': 1.2,
        'vault.oracle': 1.2,
        'vault.credits': 1e7,
        'ledger.vault': 8_771_929.8246,
      },
      after: { 'vault.ratio': 1.052631579 },
      tolerance: 1e-9,
    },
    {
      says: 'A spread of 2 %: 100 USD make 98 credits; used at once, they leave 2 tokens in the vault',
      given: { spread: 0.02, runway: 0, sold: 1 },
      before: { 'demand.served': 98, ...at(1), 'ledger.traders': 1000 },
      after: { 'ledger.vault': 2, 'ledger.traders': 900, 'orders.buyUsd': 100, 'settlement.fees': 98 },
    },
    {
      says: 'Below the warning half of what is asked is made: 50 of 100 credits, and the ratio stays at 0.92',
      given: { spread: 0, runway: 3, sold: 1 },
      before: {
        'demand.served': 50,
        ...at(1),
        'vault.credits': 100,
        'ledger.vault': 92,
        'ledger.traders': 1000,
      },
      after: { 'ledger.traders': 950, 'vault.credits': 100, 'vault.ratio': 0.92 },
    },
    {
      says: 'Below 0.90 none is made: 100 credits are used, 20 tokens minted, 50 USD paid directly; nobody is there to hold them',
      given: { spread: 0 },
      before: {
        'demand.served': 150,
        ...at(1),
        'vault.credits': 100,
        'ledger.vault': 80,
        'ledger.traders': 1000,
      },
      after: {
        'ledger.traders': 950,
        'ledger.vault': 0,
        'ledger.selling': 150,
        'orders.buyUsd': 50,
        'settlement.credits': 100,
        'settlement.fees': 150,
      },
    },
    {
      says: 'Half of 100 tokens is kept: five honest units of 2 get 5 each, paused, gone or spoofing ones none',
      given: { spread: 0, runway: 0, sold: 0.5 },
      before: {
        'providers.status': [2, 2, 2, 2, 2, 3, 3, 4, 0, 2],
        'providers.spoofing': [0, 0, 0, 0, 0, 0, 0, 0, 0, 3],
        'providers.capacity': 2,
        'network.weight': 2,
        'demand.served': 100,
        ...at(1),
        'ledger.traders': 1000,
      },
      after: {
        'providers.held': [5, 5, 5, 5, 5, 0, 0, 0, 0, 0],
        'ledger.providers': 50,
        'orders.sellTokens': 50,
        'ledger.selling': 50,
      },
    },
    {
      says: 'Told a price that is three days old, the vault moves by a quarter of what the market has',
      given: { window: 0 },
      before: { 'market.price': 2, 'vault.oracle': 1, 'shocks.oracleLag': 3 },
      after: { 'vault.oracle': 1.25 },
    },
    {
      says: 'An average over 30 minutes is a quarter of an hour old: 96 parts of 97 of a move of 97 cents',
      before: { 'market.price': 1.97, 'vault.oracle': 1 },
      after: { 'vault.oracle': 1.96 },
    },
  ],
});
