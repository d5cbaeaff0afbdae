import { mechanism } from '../../contract/mechanism.ts';
import { date, number } from '../../contract/parameter.ts';
import { dayNumber } from '../../kernel/calendar.ts';
import { max, min } from '../../kernel/math.ts';
import { sources } from '../sources.ts';

/** Mints the same amount every day of a window: a grant, a migration, a bonus. */
export const fixed = mechanism({
  id: 'emission.fixed',
  version: 1,
  slot: 'emission',
  title: 'Fixed amount',
  summary: 'Mints the same amount on every day from one date until another.',
  sources: [sources.hip138],
  parameters: {
    amount: number({
      label: 'Minted',
      unit: 'token/day',
      min: 0,
      max: 1e15,
      default: 12_236.28691983,
      step: 100,
      why: 'On top of what other schedules mint.',
      source: sources.hip138,
    }),
    from: date({
      label: 'First day',
      unit: 'date',
      default: dayNumber(2024, 12, 7),
      why: 'Minted on this day for the first time.',
      source: sources.hip138,
    }),
    until: date({
      label: 'Ends before',
      unit: 'date',
      default: dayNumber(2025, 8, 1),
      why: 'Not minted any more on this day.',
      source: sources.hip138,
    }),
  },
  refuses: ({ from, until }) =>
    from < until
      ? undefined
      : {
          parameter: 'until',
          message: 'The window ends before it begins.',
          hint: 'It must end after its first day.',
        },
  reads: [],
  writes: ['ledger.emission', 'emission.scheduled', 'emission.comingYear'],
  step({ clock, ledger, emission }, { amount, from, until }) {
    emission.comingYear += amount * max(0, min(until, clock.day + 365) - max(from, clock.day));
    if (clock.day < from || clock.day >= until) return;
    ledger.mint('emission', amount, 'fixed');
    emission.scheduled += amount;
  },
  examples: [
    {
      says: 'Three days of a two-day window mint twice',
      given: { amount: 5, from: 0, until: 2 },
      days: 3,
      after: { 'ledger.emission': 10, 'emission.scheduled': 0, 'emission.comingYear': 0 },
    },
    {
      says: 'Before the window nothing is minted, and the coming year knows of it',
      given: { amount: 5, from: 10, until: 12 },
      after: { 'ledger.emission': 0, 'emission.comingYear': 10 },
    },
  ],
});
