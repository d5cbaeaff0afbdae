// What must hold on every day of every economy, whatever anyone decides: where tokens are, what a day's price is, who is paid.
import { beforeAll, describe, expect, it } from 'vitest';
import type { ScenarioSpec } from '../../sim-core/contract/scenario.ts';
import { accounts, status, type World } from '../../sim-core/contract/vocabulary.ts';
import { compute, storage, wireless } from './archetypes.ts';
import { denominated } from './denomination.ts';
import { atClose, beside, type Measured, type Path, runOf } from './ensemble.ts';

const networks = [
  { name: 'wireless', open: wireless, split: 'reward.data-first' },
  { name: 'storage', open: storage, split: 'reward.per-capacity' },
  { name: 'compute', open: compute, split: 'reward.per-capacity' },
];

/** A number that would be 0 if computers were exact. */
type ErrorOf = (world: World) => number;

const relative = (a: number, b: number): number =>
  Math.abs(a - b) / Math.max(Number.MIN_VALUE, Math.abs(a), Math.abs(b));

describe.each(networks)('$name, every day of five years', ({ open, split }) => {
  let spec: ScenarioSpec;
  let one: Path;
  const atEnd = largest({ ledgerError, holdingsError, priceError: priceError() });
  const afterPay = largest({ unpaidError: unpaidError(), splitError });
  beforeAll(async () => {
    spec = (await open()).spec();
    const paying = beside('after', split, afterPay.look);
    one = runOf(spec, '1', (model) => paying(atClose(atEnd.look)(model)));
  });

  it('genesis + minted - burned is the sum of accounts, to 1e-12 of all tokens', () => {
    expect(atEnd.found.ledgerError).toBeLessThan(1e-12);
  });

  it('what providers hold, have vesting and have pledged is what the accounts hold, to 1e-9 of all tokens', () => {
    expect(atEnd.found.holdingsError).toBeLessThan(1e-9);
  });

  it('the price at which orders are filled is the geometric mean of two closes, and the pool quotes the second', () => {
    expect(atEnd.found.priceError).toBeLessThan(1e-12);
  });

  it('what is minted is paid to providers or kept by the treasury', () => {
    // To 1e-9 only: what the treasury keeps of a day is the difference of two large balances.
    expect(afterPay.found.unpaidError).toBeLessThan(1e-9);
  });

  it('who takes part is paid what is counted, spoofers by weight and not for data, to 1e-12', () => {
    expect(afterPay.found.splitError).toBeLessThan(1e-12);
  });

  it('a thousand tokens for each one change nothing in dollars, and nobody decides otherwise', () => {
    const thousand = runOf(denominated(spec, 1000), '1');
    const decided: readonly Measured[] = ['providers.active', 'users.active'];
    for (const metric of decided) expect(thousand(metric)).toEqual(one(metric));
    const difference = (metric: Measured, times: number): number => {
      const other = thousand(metric);
      return Math.max(
        ...one(metric).map((value, day) => relative(value, (other[day] ?? Number.NaN) * times)),
      );
    };
    // Measured: 1e-14.
    expect(difference('market.price', 1000)).toBeLessThan(1e-9);
    expect(difference('demand.fees', 1)).toBeLessThan(1e-9);
    expect(difference('supply.outstanding', 1 / 1000)).toBeLessThan(1e-9);
  });
});

/** Keeps the largest of each error over the days it looks at. */
function largest<Name extends string>(errors: Readonly<Record<Name, ErrorOf>>) {
  const names = Object.keys(errors) as Name[];
  const found: Partial<Record<Name, number>> = {};
  const look = (world: World): void => {
    for (const name of names) found[name] = Math.max(found[name] ?? 0, errors[name](world));
  };
  return { found, look };
}

function ledgerError({ ledger }: World): number {
  const held = Object.keys(accounts).reduce((sum, name) => sum + ledger.balance(name), 0);
  return relative(held, ledger.genesis + ledger.minted - ledger.burned);
}

function holdingsError({ providers, network, ledger }: World): number {
  const error = (column: Float64Array, account: string): number => {
    let units = 0;
    for (let i = 0; i < providers.count; i++) units += column[i] ?? Number.NaN;
    return Math.abs(units * network.weight - ledger.balance(account)) / (ledger.genesis + ledger.minted);
  };
  return Math.max(
    error(providers.held, 'providers'),
    error(providers.vesting, 'vesting'),
    error(providers.pledged, 'pledged'),
  );
}

function priceError(): ErrorOf {
  let before = Number.NaN;
  return ({ market, ledger }) => {
    const filled = Number.isNaN(before) ? 0 : relative(market.executed ** 2, before * market.price);
    before = market.price;
    return Math.max(filled, relative(market.poolUsd / ledger.balance('pool'), market.price));
  };
}

function unpaidError(): ErrorOf {
  let kept = 0;
  return ({ reward, ledger, emission }) => {
    const treasury = ledger.balance('treasury');
    const distributed = reward.providers + treasury - kept;
    kept = treasury;
    return Math.max(
      relative(distributed, emission.scheduled + emission.reemitted),
      ledger.balance('emission') / ledger.mintedToday,
    );
  };
}

function splitError({ providers, network, reward, clock }: World): number {
  const { status: statuses, suspendedUntil, spoofing, rewardWeight, multiplier } = providers;
  let [all, spoofed, paid] = [0, 0, 0];
  for (let i = 0; i < providers.count; i++) {
    if (statuses[i] !== status.active || (suspendedUntil[i] ?? 0) > clock.tick) continue;
    const weight = (rewardWeight[i] ?? Number.NaN) * (multiplier[i] ?? Number.NaN) * network.weight;
    all += weight;
    paid += (providers.reward[i] ?? Number.NaN) * network.weight;
    if ((spoofing[i] ?? 0) > 0) spoofed += weight;
  }
  return Math.max(
    relative(all, network.rewardWeight),
    relative(paid, reward.providers),
    relative((spoofed / all) * (reward.providers - reward.data), reward.toSpoofers),
  );
}
