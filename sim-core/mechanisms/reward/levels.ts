import { mechanism } from '../../contract/mechanism.ts';
import { number, table } from '../../contract/parameter.ts';
import { status } from '../../contract/vocabulary.ts';
import { floor } from '../../kernel/math.ts';
import { uniform } from '../../kernel/random.ts';
import { rowOfClass } from '../region-row.ts';
import { sources } from '../sources.ts';
import { fallenStreak, levelAfter, lockOf } from './levels-rule.ts';

/** Tick of the draws at genesis, so that they share nothing with those of any day. */
const genesis = -1;

/** Weight is what a week's levels add up to: the connection's, the streak's and the lock's. List it before the split. */
export const levels = mechanism({
  id: 'reward.levels',
  version: 1,
  slot: 'reward',
  title: 'Levels',
  summary:
    'Multiplies the reward weight of providers by the levels of their hardware, streak and lock; none in a week without data.',
  sources: [sources.dip2],
  parameters: {
    connections: table({
      label: 'Levels of hardware',
      unit: 'row',
      why: 'What the classes of agents.providers count; 6 holds for a class without a row: all that data can give.',
      columns: {
        class: { kind: 'number', label: 'Class (1 is the first)', unit: 'row of classes', min: 1, max: 256 },
        level: { kind: 'number', label: 'Level', unit: 'level', min: 0, max: 1000 },
      },
      default: { class: [], level: [] },
    }),
    streaks: table({
      label: 'Levels of a streak',
      unit: 'row',
      why: 'The longer a provider has been connected the more it counts: it pays to stay. From few weeks to many.',
      columns: {
        weeks: { kind: 'number', label: 'Weeks connected before', unit: 'week', min: 0, max: 10_000 },
        level: { kind: 'number', label: 'Level', unit: 'level', min: 0, max: 1000 },
      },
      default: { weeks: [4, 21, 36], level: [1, 2, 3] },
      source: sources.dip2,
    }),
    locks: table({
      label: 'Levels of locked tokens',
      unit: 'row',
      why: 'Which part of providers has locked enough tokens for which level; none for the rest. By default nobody has.',
      columns: {
        name: { kind: 'text', label: 'Locked' },
        share: { kind: 'number', label: 'Share of providers', unit: 'share', min: 0, max: 1 },
        level: { kind: 'number', label: 'Level', unit: 'level', min: 0, max: 1000 },
      },
      default: { name: [], share: [], level: [] },
    }),
    connects: number({
      label: 'Sends data in a week',
      unit: 'share',
      min: 0,
      max: 1,
      default: 0.88,
      step: 0.01,
      why: 'Share of weeks in which a provider does: one that does not earns nothing that week. DIMO: 184,183 active of 210,000.',
    }),
    forgiven: number({
      label: 'Weeks missed that cost a level',
      unit: 'week',
      min: 1,
      max: 520,
      default: 3,
      step: 1,
      integer: true,
      why: 'In a row; the streak then falls back to where the level below began.',
      source: sources.dip2,
    }),
  },
  columns: {
    connection: { table: 'providers', type: 'f64', meaning: 'level of its hardware' },
    lock: { table: 'providers', type: 'f64', meaning: 'level of what it has locked' },
    streak: { table: 'providers', type: 'f64', meaning: 'weeks it has been connected' },
    missed: { table: 'providers', type: 'f64', meaning: 'weeks in a row without data' },
    points: { table: 'providers', type: 'f64', meaning: 'levels of this week; 0 without data' },
  },
  needs: ['providers'],
  reads: ['providers.id', 'providers.class', 'providers.status', 'providers.joinedAt'],
  writes: ['providers.multiplier'],
  refuses: ({ locks, streaks }) => {
    if (locks.share.reduce((sum, part) => sum + part, 0) > 1 + 1e-9) {
      const message = 'The shares of locks sum to more than 1.';
      return {
        parameter: 'locks',
        message,
        hint: 'They divide providers: those left over have locked nothing.',
      };
    }
    if (streaks.weeks.some((weeks, row) => row > 0 && weeks <= streaks.weeks[row - 1])) {
      const message = 'The weeks of streaks do not rise from row to row.';
      return { parameter: 'streaks', message, hint: 'Give the shortest streak first.' };
    }
    return undefined;
  },
  start({ providers, classes, own, random }, { connections, locks }) {
    const { count, id, class: classOf, joinedAt } = providers;
    own.connection.fill(6);
    for (let row = 0; row < connections.class.length; row++) {
      const c = rowOfClass('reward.levels.connections', connections.class[row], classes.count);
      for (let i = 0; i < count; i++) if (classOf[i] === c) own.connection[i] = connections.level[row];
    }
    random.turn(genesis, 0);
    for (let i = 0; i < count; i++) {
      own.lock[i] = lockOf(locks, uniform(random.k0, random.k1, id[i]));
      own.streak[i] = joinedAt[i] < 0 ? floor(-joinedAt[i] / 7) : 0;
    }
  },
  step({ providers, own, clock, random }, { streaks, connects, forgiven }) {
    const { count, id, status: statuses, multiplier } = providers;
    const { connection, lock, streak, missed, points } = own;
    random.turn(clock.tick, 0);
    const { k0, k1 } = random;
    const weekBegins = clock.tick % 7 === 0;
    for (let i = 0; i < count; i++) {
      const level = connection[i] + levelAfter(streaks, streak[i]) + lock[i];
      if (statuses[i] !== status.active) {
        // What it could expect, if it were.
        multiplier[i] *= connects * level;
        continue;
      }
      if (weekBegins) {
        const sends = uniform(k0, k1, id[i]) < connects;
        points[i] = sends ? level : 0;
        streak[i] += sends ? 1 : 0;
        missed[i] = sends ? 0 : missed[i] + 1;
        if (missed[i] === forgiven) {
          streak[i] = fallenStreak(streaks, streak[i]);
          missed[i] = 0;
        }
      }
      multiplier[i] *= points[i];
    }
  },
  examples: [
    {
      says: 'DIP-2: Alice has 6 for data, 1 for 10 weeks and 2 for 1,500 tokens locked: 9',
      given: { connects: 1, locks: { name: ['1,500 for a year'], share: [1], level: [2] } },
      before: { 'providers.status': 2, 'providers.joinedAt': -70, 'providers.multiplier': 1 },
      after: { 'providers.multiplier': 9 },
    },
    {
      says: '3, 4, 20, 21, 35 and 36 weeks; a class of level 3',
      given: { connects: 1, connections: { class: [2], level: [3] } },
      before: {
        'providers.status': 2,
        'providers.class': [0, 0, 0, 0, 0, 0, 0, 0, 1, 1],
        'providers.joinedAt': [-27, -28, -146, -147, -251, -252, -700, 0, 0, -252],
        'providers.multiplier': 2,
        'classes.share': 0.1,
      },
      after: { 'providers.multiplier': [12, 14, 14, 16, 16, 18, 18, 12, 6, 12] },
    },
    {
      says: 'A week without data earns nothing; whoever does not run counts what it could expect',
      given: { connects: 0 },
      before: { 'providers.status': 2, 'providers.multiplier': 1 },
      days: 7,
      after: { 'providers.multiplier': 0 },
    },
    {
      says: 'A prospect expects half of 6 where half send, one that is paused keeps its streak',
      given: { connects: 0.5 },
      before: {
        'providers.status': [0, 0, 0, 0, 1, 1, 3, 3, 3, 3],
        'providers.joinedAt': [0, 0, 0, 0, 0, 0, -300, -300, -300, -300],
        'providers.multiplier': 1,
      },
      after: { 'providers.multiplier': [3, 3, 3, 3, 3, 3, 4.5, 4.5, 4.5, 4.5] },
    },
  ],
});
