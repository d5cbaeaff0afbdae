import { mechanism } from '../../contract/mechanism.ts';
import { distribution, number, table } from '../../contract/parameter.ts';
import { status } from '../../contract/vocabulary.ts';
import { drawn } from '../../kernel/distribution.ts';
import { uniform } from '../../kernel/random.ts';
import { sources } from '../sources.ts';
import { hardwareClasses, rowAt, sharesRefused } from './providers-rule.ts';

/** Tick of the draws at genesis, so that they share nothing with those of any day. */
const genesis = -1;

const providersParameters = {
  rows: number({
    label: 'Rows',
    unit: 'row',
    min: 10,
    max: 5_000_000,
    default: 10_000,
    step: 1000,
    integer: true,
    why: 'Agents simulated one by one. More rows: less chance in the totals, more time.',
  }),
  weight: number({
    label: 'Units per row',
    unit: 'unit/row',
    min: 1,
    max: 100_000,
    default: 1,
    step: 1,
    why: 'Real units that a row stands for. Rows times this is the size of the network.',
  }),
  activeAtStart: number({
    label: 'Active at start',
    unit: 'share',
    min: 0,
    max: 1,
    default: 0.5,
    step: 0.05,
    why: 'Share of rows that already run on the first day; the others may join.',
  }),
  capacity: distribution({
    label: 'Capacity',
    unit: 'unit/day',
    min: 0,
    max: 1e9,
    default: { kind: 'lognormal', median: 5, sigma: 0.4 },
    why: 'Rewards per capacity and utilisation follow it. 5 GB a day for a wireless hotspot.',
  }),
  power: number({
    label: 'Power',
    unit: 'W',
    min: 0,
    max: 1e6,
    default: 5,
    step: 1,
    why: "With the region's electricity price, the running cost. A hotspot draws about 5 W.",
  }),
  attention: distribution({
    label: 'Attention cost',
    unit: 'USD/day',
    min: 0,
    max: 1e5,
    default: { kind: 'lognormal', median: 0.08, sigma: 1 },
    why: 'Hassle, connectivity and space. Without it providers never leave: the most influential value on exit.',
  }),
  hardwareSpread: distribution({
    label: 'Hardware price spread',
    unit: '1',
    min: 0.05,
    max: 20,
    default: { kind: 'lognormal', median: 1, sigma: 0.25 },
    why: "What this buyer pays over the maker's price: resellers, discounts, second hand.",
  }),
  hurdle: distribution({
    label: 'Hurdle',
    unit: 'day',
    min: 1,
    max: 10_000,
    default: { kind: 'lognormal', median: 365, sigma: 0.5 },
    why: 'Longest payback a prospect accepts. Up to twelve months counts as healthy in the trade.',
  }),
  patience: distribution({
    label: 'Patience',
    unit: 'day',
    min: 1,
    max: 10_000,
    default: { kind: 'lognormal', median: 90, sigma: 0.4 },
    why: 'How long a provider bears losses before it leaves. Patience steadies a network.',
  }),
  sellFraction: distribution({
    label: 'Sells of its income',
    unit: 'share',
    min: 0,
    max: 1,
    default: { kind: 'uniform', min: 0.2, max: 1 },
    why: 'Share of income after costs that is sold at once; the rest is held and flows back later.',
  }),
  spoofers: number({
    label: 'Spoofers',
    unit: 'share',
    min: 0,
    max: 1,
    default: 0.02,
    step: 0.01,
    why: 'Share of providers that claim service they do not give. Helium denied over 5 % in 2022.',
  }),
  spoofMultiple: number({
    label: 'Spoofed claim',
    unit: '1',
    min: 1,
    max: 100,
    default: 3,
    step: 0.5,
    why: 'Reward weight a spoofer claims over what its hardware would earn honestly.',
  }),
  regions: table({
    label: 'Regions',
    unit: 'row',
    why: 'Where providers are: electricity price, import cost and delay differ.',
    columns: {
      name: { kind: 'text', label: 'Region' },
      share: { kind: 'number', label: 'Share of providers', unit: 'share', min: 0, max: 1 },
      power_price: { kind: 'number', label: 'Electricity', unit: 'USD/kWh', min: 0, max: 5 },
      import_markup: { kind: 'number', label: 'Import mark-up', unit: 'share', min: 0, max: 5 },
      extra_lead: { kind: 'number', label: 'Extra lead time', unit: 'day', min: 0, max: 1000 },
    },
  }),
  classes: hardwareClasses,
};

/** The people who run, or may run, hardware: one row each, or one row for `weight` equal units. */
export const providers = mechanism({
  id: 'agents.providers',
  version: 1,
  slot: 'agents',
  title: 'Providers',
  summary:
    'Creates providers with their own region, hardware, capacity, costs, hurdle, patience and honesty.',
  sources: [sources.denylist],
  parameters: providersParameters,
  reads: ['ledger.providers'],
  writes: [
    'providers.id',
    'providers.region',
    'providers.class',
    'providers.status',
    'providers.capacity',
    'providers.opex',
    'providers.hardwareFactor',
    'providers.hurdle',
    'providers.patience',
    'providers.sellFraction',
    'providers.spoofing',
    'providers.rewardWeight',
    'providers.held',
    'providers.joinedAt',
    'providers.quality',
    'providers.multiplier',
    'regions.share',
    'regions.powerPrice',
    'regions.importMarkup',
    'regions.extraLead',
    'classes.share',
    'network.weight',
    'network.active',
    'network.capacity',
  ],
  rows: ({ rows, regions, classes }) => ({
    providers: rows,
    regions: regions.name.length,
    classes: classes.name.length,
  }),
  names: ({ regions, classes }) => ({ regions: regions.name, classes: classes.name }),
  refuses: ({ regions, classes }) =>
    sharesRefused('regions', regions.share) ?? sharesRefused('classes', classes.share),
  start({ providers, regions, classes, network, ledger, random }, given) {
    network.weight = given.weight;
    regions.share.set(given.regions.share);
    regions.powerPrice.set(given.regions.power_price);
    regions.importMarkup.set(given.regions.import_markup);
    regions.extraLead.set(given.regions.extra_lead);
    classes.share.set(given.classes.share);

    const { count, region, class: classOf, capacity, opex, spoofing, status: statuses } = providers;
    const multiple = given.classes;
    const each = (question: number, set: (row: number, u: number) => void): void => {
      random.turn(genesis, question);
      for (let i = 0; i < count; i++) set(i, uniform(random.k0, random.k1, i));
    };
    const { attention, hardwareSpread, hurdle, patience, sellFraction } = providersParameters;
    each(0, (i, u) => {
      providers.id[i] = i;
      region[i] = rowAt(given.regions.share, u);
    });
    each(10, (i, u) => {
      classOf[i] = rowAt(multiple.share, u);
    });
    each(1, (i, u) => {
      capacity[i] = drawn(given.capacity, providersParameters.capacity, u) * multiple.capacity[classOf[i]];
    });
    each(2, (i, u) => {
      spoofing[i] = u < given.spoofers ? given.spoofMultiple : 0;
      providers.rewardWeight[i] = capacity[i] * (spoofing[i] > 0 ? spoofing[i] : 1);
    });
    each(4, (i, u) => {
      const watts = given.power * multiple.power[classOf[i]];
      const power = (watts * 24 * regions.powerPrice[region[i]]) / 1000;
      opex[i] = power + drawn(given.attention, attention, u);
    });
    each(5, (i, u) => {
      const markup = (1 + regions.importMarkup[region[i]]) * multiple.price[classOf[i]];
      providers.hardwareFactor[i] = drawn(given.hardwareSpread, hardwareSpread, u) * markup;
    });
    each(6, (i, u) => {
      providers.hurdle[i] = drawn(given.hurdle, hurdle, u);
    });
    each(7, (i, u) => {
      providers.patience[i] = drawn(given.patience, patience, u);
    });
    each(8, (i, u) => {
      providers.sellFraction[i] = drawn(given.sellFraction, sellFraction, u);
    });
    each(3, (i, u) => {
      if (u >= given.activeAtStart) return;
      statuses[i] = status.active;
      network.active += given.weight;
      if (spoofing[i] === 0) network.capacity += capacity[i] * given.weight;
    });
    const held = network.active > 0 ? ledger.balance('providers') / network.active : 0;
    each(9, (i, u) => {
      if (statuses[i] !== status.active) return;
      providers.joinedAt[i] = -1 - 365 * u;
      providers.held[i] = held;
    });
    providers.quality.fill(1);
    providers.multiplier.fill(1);
  },
  step({ providers }) {
    // Rules multiply it anew every day.
    providers.multiplier.fill(1);
  },
  examples: [
    {
      says: 'Ten rows of 37 units, all active and honest, share what providers hold',
      given: {
        rows: 10,
        weight: 37,
        activeAtStart: 1,
        spoofers: 0,
        capacity: { kind: 'fixed', value: 2 },
        attention: { kind: 'fixed', value: 0.1 },
        regions: { name: ['A'], share: [1], power_price: [0.25], import_markup: [0], extra_lead: [0] },
      },
      before: { 'ledger.providers': 3700 },
      after: {
        'network.active': 370,
        'network.capacity': 740,
        'providers.opex': 0.13,
        'providers.held': 10,
        'providers.rewardWeight': 2,
        'providers.quality': 1,
      },
    },
    {
      says: 'What rules multiply rewards by is forgotten every morning',
      given: {
        rows: 10,
        regions: { name: ['A'], share: [1], power_price: [0], import_markup: [0], extra_lead: [0] },
      },
      before: { 'providers.multiplier': 3 },
      after: { 'providers.multiplier': 1 },
    },
    {
      says: 'Of two classes the one that nobody has counts for nothing; the other gives twice, costs thrice and draws four times as much',
      given: {
        rows: 10,
        capacity: { kind: 'fixed', value: 5 },
        attention: { kind: 'fixed', value: 0 },
        hardwareSpread: { kind: 'fixed', value: 1 },
        power: 1000,
        spoofers: 0,
        regions: { name: ['A'], share: [1], power_price: [0.25], import_markup: [0.1], extra_lead: [0] },
        classes: { name: ['lite', 'pro'], share: [0, 1], capacity: [9, 2], price: [9, 3], power: [9, 4] },
      },
      after: {
        'providers.class': 1,
        'classes.share': [0, 1],
        'providers.capacity': 10,
        'providers.rewardWeight': 10,
        'providers.hardwareFactor': 3.3,
        'providers.opex': 24,
      },
    },
  ],
});
