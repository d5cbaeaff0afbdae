// What governance puts in force, day by day: the examples of its mechanisms only see votes.
import { describe, expect, it } from 'vitest';
import type { Mechanism, Patch } from '../../sim-core/contract/mechanism.ts';
import { feedbackRule } from '../../sim-core/mechanisms/governance/feedback-rule.ts';
import { scheduledPatch } from '../../sim-core/mechanisms/governance/scheduled-patch.ts';
import { tokenVote } from '../../sim-core/mechanisms/governance/token-vote.ts';
import { protocolDeposit } from '../../sim-core/mechanisms/settlement/protocol-deposit.ts';
import { alone, type Stage, stage } from '../../sim-core/stage.ts';
import { overDays, started } from './over-days.ts';

const inForce = (mechanism: Mechanism, on: Stage): readonly Patch[] =>
  mechanism.inForce?.(on.view, on.parameters) ?? [];

/** What is in force at the start of each of the days. */
function daily(mechanism: Mechanism, on: Stage, days: number, change?: (tick: number, on: Stage) => void) {
  const seen: (readonly Patch[])[] = [];
  overDays(mechanism, on, days, (tick) => {
    seen.push(inForce(mechanism, on));
    change?.(tick, on);
  });
  return seen.map((patches) => patches.map(({ value }) => value));
}

const halving = { parameter: ['emission.halving.period'], value: [12] };

describe('governance.scheduled-patch', () => {
  const changes = { parameter: ['a.b.c', 'a.b.d'], value: [1, 2], after: [0, 2] };

  it('comes in steps and stays', () => {
    expect(daily(scheduledPatch, stage(scheduledPatch, { changes, from: 1 }), 5)).toEqual([
      [],
      [1],
      [1],
      [1, 2],
      [1, 2],
    ]);
  });

  it('names the parameter', () => {
    expect(inForce(scheduledPatch, stage(scheduledPatch, { changes, from: 0 }))).toEqual([
      { path: 'a.b.c', value: 1 },
    ]);
  });

  it('is taken back after its time', () => {
    expect(daily(scheduledPatch, stage(scheduledPatch, { changes, from: 0, lasts: 2 }), 5)).toEqual([
      [1],
      [1],
      [2],
      [2],
      [],
    ]);
  });

  it('holds the later step of one parameter, in whatever order the rows stand', () => {
    const steps = { parameter: ['a.b.c', 'a.b.c', 'a.b.c'], value: [30, 10, 20], after: [3, 0, 1] };
    const on = stage(scheduledPatch, { changes: steps, from: 0 });
    // Of one path the last patch holds.
    expect(daily(scheduledPatch, on, 4).map((values) => values.at(-1))).toEqual([10, 20, 20, 30]);
  });

  it('is refused when empty', () => {
    expect(
      scheduledPatch.refuses?.({ changes: { parameter: [], value: [], after: [] }, from: 0, lasts: 0 }, alone)
        ?.parameter,
    ).toBe('changes');
  });
});

describe('governance.token-vote', () => {
  const agreed = { changes: halving, votedOn: 1, holdersTurnout: 1, leaning: 10, conviction: 0 };

  it('is in force from the day after it passed', () => {
    const on = started(tokenVote, stage(tokenVote, agreed), { 'ledger.traders': 100 });
    expect(daily(tokenVote, on, 4)).toEqual([[], [], [12], [12]]);
  });

  it('waits for its timelock', () => {
    const on = started(tokenVote, stage(tokenVote, { ...agreed, timelock: 2 }), { 'ledger.traders': 100 });
    expect(daily(tokenVote, on, 6)).toEqual([[], [], [], [], [12], [12]]);
  });

  it('never comes into force when it failed', () => {
    const on = started(tokenVote, stage(tokenVote, { ...agreed, leaning: -10 }), { 'ledger.traders': 100 });
    expect(daily(tokenVote, on, 4)).toEqual([[], [], [], []]);
  });

  it('hangs on who comes: the turnout of five holders differs from vote to vote, around its chance', () => {
    const given = { ...agreed, votedOn: 0, holders: 5, holdersTurnout: 0.3, leaning: -10, again: 1 };
    const on = started(tokenVote, stage(tokenVote, given), { 'ledger.traders': 100 });
    const turnouts: number[] = [];
    overDays(tokenVote, on, 400, () => turnouts.push(Number(on.value('governance.turnout'))));
    expect(new Set(turnouts).size).toBeGreaterThan(20);
    expect(turnouts.reduce((a, b) => a + b, 0) / 400).toBeCloseTo(0.3, 1);
    expect(on.value('governance.proposals')).toBe(400);
  });
});

describe('opinions', () => {
  const undecided = {
    changes: halving,
    conviction: 0,
    leaning: 0,
    quorum: 0,
    threshold: 0.5,
    liquidVotes: 1,
  };
  const nobody = { providersTurnout: 0, holdersTurnout: 0, usersTurnout: 0 };

  /** On how many of 200 days a vote of this electorate would pass, and how many of its votes came. */
  function passes(given: object, before: Readonly<Record<string, number>>) {
    let passed = 0;
    let turnout = 0;
    for (let day = 0; day < 200; day++) {
      const on = started(
        tokenVote,
        stage(tokenVote, { ...undecided, ...nobody, ...given, votedOn: day }),
        before,
      );
      on.state.clock.tick = day;
      overDays(tokenVote, on, day + 1);
      passed += Number(on.value('governance.passed'));
      turnout += Number(on.value('governance.turnout')) / 200;
    }
    return { passed, turnout };
  }

  it.each([
    ['one holder', { holdersTurnout: 0.5, holders: 1 }, { 'ledger.traders': 10 }, 0.25],
    ['ten providers', { providersTurnout: 0.5 }, { 'providers.held': 1 }, 0.62],
    ['ten customers', { usersTurnout: 0.5, creditVotes: 1 }, { 'users.credit': 1 }, 0.62],
  ])('of %s are drawn for each vote', (_, given, before, chance) => {
    const { passed, turnout } = passes(given, before);
    expect(turnout).toBeCloseTo(0.5, 1);
    expect(Math.abs(passed / 200 - chance)).toBeLessThan(0.11);
  });
});

describe('governance.feedback-rule', () => {
  const controls = { parameter: ['emission.fixed.amount', 'emission.pid.base'], value: [1000, 10] };
  const rule = (given: object) =>
    stage(feedbackRule, { controls, every: 1, memory: 1, target: 100, ...given });

  it('leaves values as they are until its first change, then moves all by one bounded factor', () => {
    const on = rule({});
    expect(daily(feedbackRule, on, 3, () => on.set('network.active', 110))).toEqual([
      [1000, 10],
      [950, 9.5],
      [902.5, 9.025],
    ]);
  });

  it('steps no further than the largest step, and stays between its bounds', () => {
    const on = rule({ largestStep: 0.2, lowest: 0.7, highest: 1.5 });
    const factors = daily(feedbackRule, on, 9, (tick) => on.set('network.active', tick < 4 ? 500 : 0)).map(
      ([value = 0]) => value / 1000,
    );
    const expected = [1, 0.8, 0.7, 0.7, 0.7, 0.84, 1.008, 1.2096, 1.45152];
    for (const [i, factor] of factors.entries()) expect(factor).toBeCloseTo(expected[i] ?? 0, 12);
  });

  it('averages what it measures: the mean of 110 and 90 is on target', () => {
    const on = rule({ every: 2, memory: 3 });
    overDays(feedbackRule, on, 2, (tick) => on.set('network.active', tick === 0 ? 110 : 90));
    expect(inForce(feedbackRule, on)[0]?.value).toBe(1000);
  });

  it('measures burned over minted', () => {
    const on = rule({ measure: 'burned over minted', target: 0.5, gain: 1 });
    overDays(feedbackRule, on, 1, () => {
      on.state.ledger.mint('traders', 100, 'test');
      on.state.ledger.burn('traders', 55, 'test');
    });
    expect(inForce(feedbackRule, on)[0]?.value).toBeCloseTo(1100, 9);
  });
});

describe('settlement.protocol-deposit under governance', () => {
  it('asks the years of today of who comes today; those who were there keep what they paid', () => {
    const given = {
      years: 10,
      discount: 0,
      escalator: 0,
      uncertainty: 0.5,
      offset: 0.4,
      wait: 0,
      payout: 10,
    };
    const on = started(protocolDeposit, stage(protocolDeposit, given), {
      'providers.status': 2,
      'providers.joinedAt': [-9, -9, -9, -9, -9, -9, -9, -9, -9, 0],
      'providers.capacity': 1,
      'network.weight': 1,
      'regions.powerPrice': 0.2,
    });
    const reset = () => on.set('providers.multiplier', 1);
    overDays(protocolDeposit, on, 1, reset);
    overDays(protocolDeposit, { ...on, parameters: { ...on.parameters, years: 30 } }, 2, reset);
    expect(on.value('providers.multiplier')).toEqual([...Array.from({ length: 9 }, () => 3650), 10_950]);
    expect(on.value('settlement.toTreasury')).toBe(10_950);
    expect(on.value('settlement.toProviders')).toBeCloseTo((9 * 3650 + 10_950) / 70, 9);
  });
});
