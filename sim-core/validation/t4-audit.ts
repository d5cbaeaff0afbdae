import type { World } from '../contract/vocabulary.ts';
import { sources } from '../mechanisms/sources.ts';
import { check } from './check.ts';
import { closes, economy, oneRegion } from './economy.ts';

const rows = 50_000;
/** Of a claim three times what is there two are gained; caught, all three are lost. */
const [claim, chance] = [3, 0.2];
const gain = claim - 1;
/** Pledged for each claimed day of pay, so that half of it is at stake where cheating just stops paying. */
const pledged = (2 * (gain / chance - claim)) / claim;
/** Pays one token for a unit of weight: half of the rows claim theirs, half claim three, of which some are caught. */
const emission = (rows * (1 + claim * (1 - chance))) / 2;

/** Cheating stops paying where the chance of being caught, times what that costs, is more than what cheating gains. */
export const auditPays = check({
  id: 'T4',
  title: 'An audit deters where detection times penalty exceeds the gain, 50,000 providers for a day',
  unit: 'day of pay, share',
  source: sources.hellas,
  tolerance: {
    kind: 'absolute',
    value: 0.4,
    because: 'Of 25,000 who cheat 5,000 are caught, give or take 63: each percent of them is a tenth.',
  },
  expected: [
    { of: 'penalty at which cheating stops paying: 2 over 0.25 * 0.8', value: gain / chance },
    { of: 'under a penalty of 9 it pays: 1', value: 1, within: 1e-9 },
    { of: 'under a penalty of 11 it does not: 0', value: 0, within: 1e-9 },
    {
      of: 'fraud game, 4.50 gained and 150 at stake: share of jobs to audit',
      value: 4.5 / 150,
      within: 1e-9,
    },
  ],
  constants: { rate: 0.25, detection: 0.8, claimed: claim, honestCost: 5 },
  compute({ honestCost, ...audit }) {
    const [low, high] = [9, 11];
    const [below, above] = [low, high].map((penalty) =>
      advantage((penalty - claim) / (claim * pledged), audit),
    );
    return [
      low + ((high - low) * below) / (below - above),
      below > 0 ? 1 : 0,
      above > 0 ? 1 : 0,
      audited(honestCost),
    ];
  },
});

/** Share of jobs that the fraud game says must be audited, with its published defaults but for the cost of honest work. */
function audited(honestCost: number): number {
  const spec = economy('t4-game', 0, 1, {
    'agents.token': {},
    'agents.providers': { rows: 10, regions: oneRegion },
    'verification.fraud-game': { honestCost },
    'market.recorded': { price: { days: [0], values: [1] } },
  });
  const [share] = closes(spec, '1', ({ verification }) => verification.audited);
  return share[0];
}

interface Audit {
  readonly rate: number;
  readonly detection: number;
  readonly claimed: number;
}

/** What cheating brings beyond honesty on one day, in tokens, where a share of the pledge is slashed. */
function advantage(slashed: number, { rate, detection, claimed }: Audit): number {
  const spec = economy('t4', 0, 1, {
    'agents.token': { supply: 100 * rows, price: 1, providerShare: 0 },
    'agents.providers': {
      rows,
      activeAtStart: 1,
      spoofers: 0.5,
      spoofMultiple: claimed,
      capacity: { kind: 'fixed', value: 1 },
      regions: oneRegion,
    },
    'verification.random-audit': { rate, detection, falsePositive: 0, suspension: 1 },
    'emission.fixed': { amount: emission, from: 0, until: 1 },
    'reward.per-capacity': { providerShare: 1 },
    'staking.slashing': { share: slashed },
    'staking.initial-pledge': {
      storageDays: 0,
      target: 0,
      atStart: (pledged * rows * (1 + claim)) / 2,
    },
    'market.recorded': { price: { days: [0], values: [1] } },
  });
  const [advantages] = closes(spec, '1', ofCheating);
  return advantages[0];
}

function ofCheating({ providers, reward, staking }: World): number {
  let cheats = 0;
  for (let i = 0; i < providers.count; i++) if (providers.spoofing[i] > 0) cheats += 1;
  const honest = (reward.providers - reward.toSpoofers) / (providers.count - cheats);
  return (reward.toSpoofers - staking.slashed) / cheats - honest;
}
