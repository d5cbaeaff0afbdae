import type { Clock } from '../contract/clock.ts';
import { choice, number } from '../contract/parameter.ts';
import type { Stream } from '../contract/random.ts';
import { exp } from '../kernel/math.ts';

/** When a shock strikes: the same four questions for every shock. */
export const shockTiming = {
  when: choice({
    label: 'When',
    unit: '1',
    options: ['scheduled', 'random'],
    default: 'scheduled',
    why: 'Scheduled: once, on a known day. Random: at any time, at a rate, in each seed on other days.',
  }),
  after: number({
    label: 'Strikes after',
    unit: 'day',
    min: 0,
    max: 36_500,
    default: 365,
    step: 30,
    integer: true,
    why: 'Days from the first simulated day until a scheduled shock; not used when it strikes at random.',
  }),
  rate: number({
    label: 'Strikes a year',
    unit: '1/year',
    min: 0,
    max: 365,
    default: 0.5,
    step: 0.1,
    why: 'Average number of random shocks in a year; not used when one is scheduled.',
  }),
};

/** How long a shock lasts. Scenarios that mean for good give more days than they run. */
export const shockDuration = (days: number, why: string) =>
  number({ label: 'Lasts', unit: 'day', min: 1, max: 36_500, default: days, step: 10, integer: true, why });

interface ShockWorld {
  readonly clock: Clock;
  readonly random: Stream;
}

interface Timing {
  readonly when: 'scheduled' | 'random';
  readonly after: number;
  readonly rate: number;
}

/** Whether the shock strikes today. At a rate of r a year a day has a shock with probability 1 - exp(-r / 365). */
export function strikes({ clock, random }: ShockWorld, { when, after, rate }: Timing): boolean {
  if (when === 'scheduled') return clock.tick === after;
  random.turn(clock.tick, 0);
  return random.uniform(0) < 1 - exp(-rate / 365);
}

/**
 * Whether the shock is on today; `state.until`, the first tick without it, is 0 at the start. One that strikes while another
 * is on begins anew.
 */
export function isOn(
  world: ShockWorld & { readonly state: { until: number } },
  given: Timing & { readonly duration: number },
): boolean {
  const { clock, state } = world;
  if (strikes(world, given)) state.until = clock.tick + given.duration;
  return clock.tick < state.until;
}
