import type { Clock } from './clock.ts';
import type { ColumnType, RecordOf, Table } from './columns.ts';
import type { Ledger } from './ledger.ts';

/**
 * The state that mechanisms share: every table column and scalar, its unit and meaning. A mechanism names what it reads
 * and writes here; what only it needs it keeps in columns and state of its own. Amounts in `providers` are per real unit:
 * multiply by `network.weight` for totals.
 */
export const columns = {
  providers: {
    id: { type: 'u32', unit: '1', meaning: 'stable identity, given at genesis and never reused' },
    region: { type: 'u8', unit: 'row of regions', meaning: 'where it stands' },
    status: { type: 'u8', unit: 'status', meaning: 'prospect, ordered, active, paused or exited' },
    capacity: { type: 'f64', unit: 'unit/day', meaning: 'service it can give' },
    opex: { type: 'f64', unit: 'USD/day', meaning: 'power and attention' },
    hardwareFactor: { type: 'f64', unit: '1', meaning: "this buyer's hardware price over the maker's price" },
    hurdle: { type: 'f64', unit: 'day', meaning: 'longest payback it accepts' },
    patience: { type: 'f64', unit: 'day', meaning: 'how long it bears losses' },
    sellFraction: { type: 'f64', unit: 'share', meaning: 'share of its income, after costs, sold at once' },
    spoofing: { type: 'f64', unit: '1', meaning: '0 honest; otherwise the multiple of reward it claims' },
    suspendedUntil: { type: 'i32', unit: 'tick', meaning: 'earns nothing before this tick' },
    strikes: { type: 'u8', unit: '1', meaning: 'times it was punished' },
    rewardWeight: { type: 'f64', unit: '1', meaning: 'its part in the split of rewards, if it takes part' },
    reward: { type: 'f64', unit: 'token/day', meaning: 'what it was paid today' },
    shadowReward: {
      type: 'f64',
      unit: 'token/day',
      meaning: 'what it was paid or, if paused, would have been',
    },
    held: { type: 'f64', unit: 'token', meaning: 'tokens it keeps' },
    profit: { type: 'f64', unit: 'USD/day', meaning: '30-day average of shadow income less opex' },
    joinedAt: { type: 'i32', unit: 'tick', meaning: 'when it became active; negative: before the start' },
  },
  regions: {
    share: { type: 'f64', unit: 'share', meaning: 'share of providers' },
    powerPrice: { type: 'f64', unit: 'USD/kWh', meaning: 'what electricity costs a household' },
    importMarkup: { type: 'f64', unit: 'share', meaning: 'tariff and freight on hardware' },
    extraLead: { type: 'f64', unit: 'day', meaning: 'added to the lead time of hardware' },
  },
} as const satisfies Vocabulary<{ readonly type: ColumnType }>;

export const records = {
  network: {
    weight: { start: 1, unit: 'unit/row', meaning: 'real units that one row of providers stands for' },
    active: { start: 0, unit: 'unit', meaning: 'active providers at the last close' },
    paused: { start: 0, unit: 'unit', meaning: 'providers switched off for the time being' },
    inProfit: { start: 0, unit: 'unit', meaning: 'active providers whose average profit is above zero' },
    capacity: { start: 0, unit: 'unit/day', meaning: 'honest active capacity at the last close' },
    rewardWeight: {
      start: 0,
      unit: '1',
      meaning: 'sum over units of the reward weights that took part today',
    },
    growth: {
      start: 0,
      unit: '1/year',
      meaning: '60-day average of the growth of reward weight (logarithmic)',
    },
  },
  flows: {
    ordered: { start: 0, unit: 'unit/day', meaning: 'hardware ordered' },
    joined: { start: 0, unit: 'unit/day', meaning: 'became active' },
    left: { start: 0, unit: 'unit/day', meaning: 'left for good' },
    caught: { start: 0, unit: 'unit/day', meaning: 'spoofers caught' },
    wronged: { start: 0, unit: 'unit/day', meaning: 'honest providers punished' },
  },
  demand: {
    wanted: { start: 0, unit: 'unit/day', meaning: 'service asked for' },
    served: { start: 0, unit: 'unit/day', meaning: 'service given' },
    unitPrice: { start: 0, unit: 'USD/unit', meaning: 'what a customer pays for a unit' },
  },
  settlement: {
    fees: { start: 0, unit: 'USD/day', meaning: 'what customers paid' },
    credits: { start: 0, unit: 'credit/day', meaning: 'credits used' },
  },
  emission: {
    scheduled: { start: 0, unit: 'token/day', meaning: 'minted by schedules' },
    reemitted: { start: 0, unit: 'token/day', meaning: 'minted again after having been burned' },
    decline: { start: 0, unit: '1/day', meaning: 'rate at which the schedule falls over the coming year' },
    comingYear: { start: 0, unit: 'token', meaning: 'scheduled for the next 365 days' },
  },
  reward: {
    providers: { start: 0, unit: 'token/day', meaning: 'paid to providers' },
    data: { start: 0, unit: 'token/day', meaning: 'part of it paid for served data' },
    toSpoofers: { start: 0, unit: 'token/day', meaning: 'part of it paid to spoofers' },
  },
  hardware: {
    price: { start: 0, unit: 'USD', meaning: "maker's price of one device" },
    waitingWeight: { start: 0, unit: '1', meaning: 'sum over units of the reward weight on order' },
  },
  orders: {
    sellTokens: { start: 0, unit: 'token/day', meaning: 'offered to the market' },
    buyUsd: { start: 0, unit: 'USD/day', meaning: 'bid by buyers who keep the tokens' },
    burnUsd: { start: 0, unit: 'USD/day', meaning: 'bid by buyers whose tokens are burned' },
  },
  market: {
    price: { start: 0, unit: 'USD/token', meaning: 'last close: the only price anyone sees' },
    smoothedPrice: { start: 0, unit: 'USD/token', meaning: '14-day average of closes, which prospects use' },
    poolUsd: { start: 0, unit: 'USD', meaning: 'dollars in the pool that quotes the price' },
    executed: { start: 0, unit: 'USD/token', meaning: "the price at which today's orders were filled" },
  },
} as const satisfies Vocabulary<{ readonly start: number }>;

/** Groups whose scalars start every tick at their first value. */
export const dailyRecords = ['flows', 'demand', 'settlement', 'emission', 'reward', 'orders'] as const;

/** Provider status codes, in the order of a provider's life. */
export const status = { prospect: 0, ordered: 1, active: 2, paused: 3, exited: 4 } as const;

/** Where tokens can be. Every token is in exactly one. */
export const accounts = {
  pool: 'liquidity that quotes the price',
  traders: 'everyone who holds tokens without running the network',
  providers: 'kept by providers',
  selling: 'offered and not yet filled',
  exiting: 'left behind by providers who left, sold over 30 days',
  emission: 'minted today and not yet paid out',
  treasury: 'what emission leaves undistributed',
} as const;

type Vocabulary<Entry> = Readonly<
  Record<string, Readonly<Record<string, Entry & { readonly unit: string; readonly meaning: string }>>>
>;

/** The array types of a table's columns. */
type ColumnTypes<Entries> = {
  readonly [Name in keyof Entries]: Entries[Name] extends { readonly type: infer Type extends ColumnType }
    ? Type
    : never;
};

/** The world that DePIN mechanisms and metrics see. */
export type World = {
  readonly [Name in keyof typeof columns]: Table<ColumnTypes<(typeof columns)[Name]>>;
} & {
  readonly [Name in keyof typeof records]: RecordOf<keyof (typeof records)[Name] & string>;
} & { readonly clock: Clock; readonly ledger: Ledger };

type PathOf<Groups> = {
  [Group in keyof Groups & string]: `${Group}.${keyof Groups[Group] & string}`;
}[keyof Groups & string];

/** `providers.status`, `market.price`, `ledger.traders` …: what a mechanism may say it reads or writes. */
export type Path = PathOf<typeof columns> | PathOf<typeof records> | `ledger.${keyof typeof accounts}`;
