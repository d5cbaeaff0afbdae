// What takes days that differ, which an example cannot say: pledges that grow, shrink and come back, strikes that are forgiven.
import { describe, expect, it } from 'vitest';
import { initialPledge } from '../../sim-core/mechanisms/staking/initial-pledge.ts';
import { slashing } from '../../sim-core/mechanisms/staking/slashing.ts';
import { terminationFee } from '../../sim-core/mechanisms/staking/termination-fee.ts';
import { unbonding } from '../../sim-core/mechanisms/staking/unbonding.ts';
import { vesting } from '../../sim-core/mechanisms/staking/vesting.ts';
import { type Stage, stage } from '../../sim-core/stage.ts';
import { overDays, started } from './over-days.ts';

const first = (on: Stage, path: string): number => {
  const value = on.value(path);
  return typeof value === 'number' ? value : (value[0] ?? Number.NaN);
};

describe('staking.initial-pledge', () => {
  /** Ten providers who each pledge 1 token for one of weight: 20 days of a reward of 5 for a weight of 100. */
  const world = {
    'providers.status': 2,
    'providers.rewardWeight': 10,
    'providers.held': 1000,
    'market.price': 1,
    'market.executed': 1,
    'ledger.providers': 10_000,
    'ledger.traders': 100_000,
  };
  const given = { target: 0, most: 1000, term: 30 };
  const today = (on: Stage): void => {
    on.set('network.rewardWeight', 100);
    on.set('reward.providers', 5);
  };

  it('follows the weight up and down, and the market where nothing is held', () => {
    const on = started(initialPledge, stage(initialPledge, given), world);
    overDays(initialPledge, on, 5, (tick) => {
      today(on);
      if (tick === 1) on.set('providers.rewardWeight', 25);
      if (tick === 2) on.set('providers.rewardWeight', 5);
      if (tick === 3) {
        on.set('providers.held', 0);
        on.set('providers.rewardWeight', 15);
      }
      if (tick === 4) {
        // Half of what was bid for yesterday at 1 USD was filled, at 2; and there is half as much to do.
        on.set('market.executed', 2);
        on.set('providers.rewardWeight', 7.5);
      }
      if (tick === 1) expect(first(on, 'providers.pledged')).toBe(10);
      if (tick === 2) expect(first(on, 'providers.pledged')).toBe(25);
      if (tick === 3) expect(first(on, 'providers.pledged')).toBeCloseTo(5, 12);
      if (tick === 4) expect(on.value('orders.buyUsd')).toBe(0);
    });
    // 5 + 5 of 10 bid for, half of it freed; of the 5 that did not come half is not needed, the rest is paid out of what was freed.
    expect(first(on, 'providers.pledged')).toBeCloseTo(5 + 2.5, 12);
    expect(first(on, 'providers.held')).toBeCloseTo(5 - 2.5, 12);
    expect(on.value('orders.buyUsd')).toBe(0);
    expect(on.value('ledger.pledged')).toBeCloseTo(75, 9);
    expect(on.state.ledger.imbalance()).toBeLessThan(1e-12);
  });

  it("is freed as shrinking frees it: tokens and the day's sum", () => {
    const on = started(initialPledge, stage(initialPledge, given), world);
    overDays(initialPledge, on, 2, (tick) => {
      today(on);
      if (tick === 1) on.set('providers.rewardWeight', 4);
    });
    expect(on.value('staking.released')).toBeCloseTo(60, 12);
    expect(on.value('ledger.providers')).toBeCloseTo(10_000 - 40, 9);
  });

  it('is never taken twice from traders who parted with what was bought', () => {
    const on = started(initialPledge, stage(initialPledge, given), {
      ...world,
      'providers.held': 0,
      'ledger.traders': 30,
    });
    overDays(initialPledge, on, 2, () => today(on));
    expect(first(on, 'providers.pledged')).toBeCloseTo(3, 12);
    expect(on.value('ledger.traders')).toBeCloseTo(0, 12);
    expect(on.value('orders.buyUsd')).toBeCloseTo(70, 12);
  });

  it('goes back to who leaves, and is asked for again of who comes back', () => {
    const on = started(initialPledge, stage(initialPledge, given), world);
    overDays(initialPledge, on, 3, (tick) => {
      today(on);
      if (tick === 1) on.set('providers.status', [4, 2, 2, 2, 2, 2, 2, 2, 2, 2]);
      if (tick === 2) {
        expect(on.value('ledger.exiting')).toBe(10);
        on.set('providers.status', 2);
      }
    });
    expect(first(on, 'providers.pledged')).toBe(10);
    expect(first(on, 'providers.held')).toBe(980);
  });

  it('forgets what leavers had bid for', () => {
    const on = started(initialPledge, stage(initialPledge, given), { ...world, 'providers.held': 0 });
    overDays(initialPledge, on, 3, (tick) => {
      today(on);
      if (tick === 1) on.set('providers.status', 4);
      if (tick === 2) on.set('providers.status', 2);
    });
    // Back again they owe one pledge of 10 each, not two, and what traders bought for them has stayed with traders.
    expect(on.value('ledger.pledged')).toBe(0);
    expect(on.value('orders.buyUsd')).toBe(100);
    expect(on.value('ledger.traders')).toBe(100_000);
  });

  it('is raised at the end of a term only, to what is asked then', () => {
    const on = started(initialPledge, stage(initialPledge, given), world);
    overDays(initialPledge, on, 31, (tick) => {
      on.set('network.rewardWeight', 100);
      on.set('reward.providers', tick === 0 ? 5 : 15);
      if (tick === 30) expect(first(on, 'providers.pledged')).toBe(10);
    });
    expect(first(on, 'providers.pledged')).toBeCloseTo(30, 12);
    expect(first(on, 'providers.termEnds')).toBe(60);
  });
});

describe('staking.slashing', () => {
  it('counts a strike that follows one that was forgiven', () => {
    const on = started(slashing, stage(slashing, { share: 0.5 }), {
      'providers.status': 2,
      'providers.pledged': 80,
      'network.weight': 1,
      'ledger.pledged': 800,
    });
    const strikes = [1, 0, 1, 1];
    overDays(slashing, on, 4, (tick) => on.set('providers.strikes', strikes[tick] ?? 0));
    expect(first(on, 'providers.pledged')).toBe(20);
    expect(on.value('ledger.treasury')).toBe(600);
  });
});

describe('staking.termination-fee', () => {
  it('is charged again to who came back and leaves again', () => {
    const on = started(terminationFee, stage(terminationFee), {
      'providers.pledged': 100,
      'providers.joinedAt': -1000,
      'providers.termEnds': 500,
      'ledger.pledged': 1000,
    });
    overDays(terminationFee, on, 4, (tick) => on.set('providers.status', tick === 1 ? 2 : 4));
    expect(first(on, 'providers.pledged')).toBeCloseTo(100 * 0.915 * 0.915, 10);
  });
});

describe('staking.vesting', () => {
  it.each([7, 30, 180])('holds (n + 1) / 2 days of a constant reward back over %i days', (n) => {
    const on = started(vesting, stage(vesting, { share: 1, time: n }), { 'providers.status': 2 });
    overDays(vesting, on, 5 * n + 40, () => {
      on.set('providers.reward', 1);
      on.set('ledger.providers', 1000);
    });
    expect(first(on, 'providers.vesting') / ((n + 1) / 2)).toBeCloseTo(1, 4);
    expect(on.value('ledger.vesting')).toBeCloseTo(10 * first(on, 'providers.vesting'), 9);
  });
});

describe('staking.unbonding', () => {
  it('lets each day go in its turn, and is not lost when the wait is longer than the ring', () => {
    const on = started(unbonding, stage(unbonding, { time: 3 }), {});
    const free: number[] = [];
    overDays(unbonding, on, 8, (tick) => {
      free.push(Number(on.value('ledger.traders')));
      if (tick === 1 || tick === 2)
        on.set('ledger.unbonding', Number(on.value('ledger.unbonding')) + 10 * tick);
    });
    expect(free).toEqual([0, 0, 0, 0, 0, 10, 30, 30]);

    const long = started(unbonding, stage(unbonding, { time: 15 }), {});
    long.set('network.weight', 2);
    long.set('providers.status', 4);
    overDays(unbonding, long, 60, (tick) => {
      if (tick >= 30) return;
      long.set('ledger.unbonding', Number(long.value('ledger.unbonding')) + 1);
      long.set('ledger.staked', 20);
      long.set('providers.staked', 1);
    });
    expect(long.value('ledger.traders')).toBe(30);
    expect(long.value('ledger.exiting')).toBe(600);
  });

  it('lets those who come after the wait was shortened go before those who still wait under the old one', () => {
    const on = started(unbonding, stage(unbonding, { time: 6 }), {});
    const free: number[] = [];
    const unbond = (tick: number) => {
      free.push(Number(on.value('ledger.traders')));
      if (tick < 3) on.set('ledger.unbonding', Number(on.value('ledger.unbonding')) + 10 ** tick);
    };
    overDays(unbonding, on, 2, unbond);
    overDays(unbonding, { ...on, parameters: { time: 1 } }, 9, unbond);
    expect(free).toEqual([0, 0, 0, 0, 100, 100, 100, 101, 111]);
  });
});
