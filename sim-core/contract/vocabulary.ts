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
    class: { type: 'u8', unit: 'row of classes', meaning: 'what hardware it runs' },
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
    cell: { type: 'u32', unit: 'row of cells', meaning: 'the coverage cell it stands in' },
    quality: { type: 'f64', unit: 'share', meaning: 'quality of its service, 0 to 1' },
    multiplier: { type: 'f64', unit: '1', meaning: 'what rules multiply its reward weight by' },
    fiat: {
      type: 'f64',
      unit: 'USD/day',
      meaning: 'what it was paid today in dollars or, if paused, would have been',
    },
    pledged: { type: 'f64', unit: 'token', meaning: 'collateral it has locked' },
    vesting: { type: 'f64', unit: 'token', meaning: 'rewards it has earned and not yet received' },
    staked: { type: 'f64', unit: 'token', meaning: 'tokens it has bonded by choice' },
    termEnds: { type: 'i32', unit: 'tick', meaning: 'when it may leave without a fee; 0: at any time' },
    joinedAt: { type: 'i32', unit: 'tick', meaning: 'when it became active; negative: before the start' },
  },
  regions: {
    share: { type: 'f64', unit: 'share', meaning: 'share of providers' },
    powerPrice: { type: 'f64', unit: 'USD/kWh', meaning: 'what electricity costs a household' },
    importMarkup: { type: 'f64', unit: 'share', meaning: 'tariff and freight on hardware' },
    extraLead: { type: 'f64', unit: 'day', meaning: 'added to the lead time of hardware' },
    banned: { type: 'u8', unit: '1', meaning: '1 while running there is forbidden' },
    population: { type: 'f64', unit: 'person', meaning: 'who lives there' },
    progress: { type: 'f64', unit: 'share', meaning: 'how much of what the network wants there is done' },
  },
  classes: {
    share: { type: 'f64', unit: 'share', meaning: 'share of providers' },
  },
  cells: {
    region: { type: 'u8', unit: 'row of regions', meaning: 'where it is' },
    occupants: { type: 'f64', unit: 'unit', meaning: 'active units in it at the last close' },
  },
  users: {
    id: { type: 'u32', unit: '1', meaning: 'stable identity, given at genesis and never reused' },
    region: { type: 'u8', unit: 'row of regions', meaning: 'where it is' },
    demand: { type: 'f64', unit: 'unit/day', meaning: 'what it wants once it is fully on board' },
    bias: { type: 'f64', unit: '1', meaning: 'its liking of the network over the incumbent, as a logit' },
    status: { type: 'u8', unit: 'status', meaning: 'unaware, with the incumbent, or on the network' },
    joinedAt: { type: 'i32', unit: 'tick', meaning: 'when it came to the network' },
    wanted: { type: 'f64', unit: 'unit/day', meaning: 'what it wants of the network today' },
    served: { type: 'f64', unit: 'unit/day', meaning: 'what it got of the network today' },
    credit: { type: 'f64', unit: 'USD', meaning: 'prepaid credit' },
    topUpDays: { type: 'f64', unit: 'day', meaning: 'days of use it buys at a time' },
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
    targetCells: { start: 0, unit: 'cell', meaning: 'cells that the network wants to cover' },
  },
  holders: {
    insiders: {
      start: 0,
      unit: 'holder',
      meaning: 'among how many the tokens of team and investors are shared out; 0: not known',
    },
  },
  centralBuild: {
    capex: {
      start: 0,
      unit: 'USD',
      meaning: 'what providers have paid for hardware; a builder gets as much',
    },
    coverage: { start: 0, unit: 'share', meaning: 'what the builder covers of the target cells with it' },
    networkReached: { start: -1, unit: 'tick', meaning: 'when the network covered the goal; -1: not yet' },
    builderReached: { start: -1, unit: 'tick', meaning: 'when the builder covered the goal; -1: not yet' },
  },
  shocks: {
    demand: { start: 1, unit: '1', meaning: 'multiplies what customers want' },
    cost: { start: 1, unit: '1', meaning: 'multiplies running costs' },
    leadTime: { start: 1, unit: '1', meaning: 'multiplies lead times of hardware' },
    capacity: { start: 1, unit: '1', meaning: 'multiplies the capacity that works' },
    poached: { start: 0, unit: 'share', meaning: 'users of the network that a competitor takes today' },
    sentiment: {
      start: 0,
      unit: '1',
      meaning: 'added today to the logarithm of what traders think it is worth',
    },
    crash: { start: 0, unit: 'share', meaning: 'fall of the price that sellers force today' },
    oracleLag: { start: 0, unit: 'day', meaning: 'age of the price that rules are told' },
  },
  flows: {
    ordered: { start: 0, unit: 'unit/day', meaning: 'hardware ordered' },
    joined: { start: 0, unit: 'unit/day', meaning: 'became active' },
    left: { start: 0, unit: 'unit/day', meaning: 'left for good' },
    caught: { start: 0, unit: 'unit/day', meaning: 'spoofers caught' },
    expelled: { start: 0, unit: 'unit/day', meaning: 'put out by verification' },
    usersJoined: { start: 0, unit: 'user/day', meaning: 'customers who came' },
    usersLeft: { start: 0, unit: 'user/day', meaning: 'customers who went' },
    wronged: { start: 0, unit: 'unit/day', meaning: 'honest providers punished' },
  },
  demand: {
    wanted: { start: 0, unit: 'unit/day', meaning: 'service asked for' },
    served: { start: 0, unit: 'unit/day', meaning: 'service given' },
    unitPrice: { start: 0, unit: 'USD/unit', meaning: 'what a customer pays for a unit' },
  },
  customers: {
    count: { start: 0, unit: 'user', meaning: 'users on the network at the last close' },
    aware: { start: 0, unit: 'share', meaning: 'users who know of the network' },
    service: { start: 1, unit: 'share', meaning: '30-day average of served over wanted' },
    coverage: {
      start: 1,
      unit: 'share',
      meaning: 'occupied over target cells or, without cells, capacity over that at the start; at most 1',
    },
    incumbentPrice: { start: 0, unit: 'USD/unit', meaning: 'what the centralised incumbent asks for a unit' },
    largestShare: { start: 0, unit: 'share', meaning: 'part of fees that the two largest customers pay' },
  },
  settlement: {
    fees: { start: 0, unit: 'USD/day', meaning: 'what customers paid' },
    credits: { start: 0, unit: 'credit/day', meaning: 'credits used' },
    toProviders: { start: 0, unit: 'USD/day', meaning: 'paid to providers in dollars' },
    toTreasury: { start: 0, unit: 'USD/day', meaning: 'kept by the treasury in dollars' },
  },
  treasury: {
    usd: { start: 0, unit: 'USD', meaning: 'dollars the treasury holds' },
    spent: { start: 0, unit: 'USD/day', meaning: '30-day average of what it spends net of income' },
  },
  vault: {
    credits: { start: 0, unit: 'USD', meaning: 'stable credits outstanding' },
    oracle: { start: 0, unit: 'USD/token', meaning: 'time-weighted price the vault uses' },
    ratio: { start: 1, unit: '1', meaning: 'collateral over credits' },
  },
  endowment: {
    usd: { start: 0, unit: 'USD', meaning: 'what is set aside for storage already paid for' },
    owed: { start: 0, unit: 'USD', meaning: 'what keeping it will cost, at the expected decline of costs' },
  },
  verification: {
    audited: { start: 0, unit: 'share', meaning: 'part of the service that is audited' },
    cheating: { start: 0, unit: 'share', meaning: 'part of providers for whom cheating pays' },
    leastStake: { start: 0, unit: 'USD', meaning: 'stake below which disputing fraud does not pay' },
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
    perWeight: { start: 0, unit: 'token/day', meaning: 'paid for one of reward weight' },
    toSpoofers: { start: 0, unit: 'token/day', meaning: 'part of it paid to spoofers' },
  },
  hardware: {
    price: { start: 0, unit: 'USD', meaning: "maker's price of one device" },
    waitingWeight: { start: 0, unit: '1', meaning: 'sum over units of the reward weight on order' },
  },
  staking: {
    released: { start: 0, unit: 'token/day', meaning: 'freed from vesting, pledges and unlocks' },
    locked: { start: 0, unit: 'token/day', meaning: 'locked on the day' },
    slashed: { start: 0, unit: 'token/day', meaning: 'taken from stakes and pledges as a penalty' },
    pledge: { start: 0, unit: 'token', meaning: 'collateral asked today for one of reward weight' },
    flatPledge: {
      start: 0,
      unit: 'token',
      meaning: 'collateral asked today for a unit, whatever its weight',
    },
    yield: { start: 0, unit: '1/year', meaning: 'reward of stakers over what they staked' },
    votes: {
      start: 0,
      unit: 'vote',
      meaning: "votes of holders' locked tokens, multiplied by how long they are locked",
    },
  },
  governance: {
    proposals: { start: 0, unit: '1', meaning: 'proposals put to the vote so far' },
    passed: { start: 0, unit: '1', meaning: 'proposals that passed so far' },
    turnout: { start: 0, unit: 'share', meaning: 'of voting power, in the last vote' },
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
export const dailyRecords = [
  'shocks',
  'flows',
  'demand',
  'settlement',
  'emission',
  'reward',
  'staking',
  'orders',
] as const;

/** User status codes. */
export const userStatus = { unaware: 0, incumbent: 1, onNetwork: 2 } as const;

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
  treasury: 'what emission leaves undistributed, and fees and penalties kept',
  vesting: 'earned by providers and not yet released',
  pledged: 'collateral of providers',
  staked: 'bonded by choice, by providers and holders',
  unbonding: 'on the way out of stakes',
  locked: 'of team and investors, not yet unlocked',
  insiders: 'unlocked by team and investors, not yet sold',
  vault: 'backs stable credits',
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

/** What a single mechanism of a slot can set: a second one would undo it. */
export const oneWriter: readonly Path[] = [
  'demand.served',
  'settlement.fees',
  'reward.perWeight',
  'market.executed',
];
