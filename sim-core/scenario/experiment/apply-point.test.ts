import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { smallDocument } from '../../../test/small-scenario.ts';
import type { Overlay } from '../overlay.ts';
import { parseOverlay } from '../overlay.ts';
import { applyPoint } from './apply-point.ts';

const overlayOf = (id: string): Overlay => {
  const url = new URL(`../../../scenarios/overlays/${id}.yaml`, import.meta.url);
  const read = parseOverlay(id, readFileSync(url, 'utf8'));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.overlay;
};
const shelf = new Map(['regulation'].map((id) => [id, overlayOf(id)]));
const base = smallDocument();

/** `path=written`, several joined by `; `. */
const apply = (text: string) => {
  const point = text.split('; ').map((each) => {
    const equals = each.indexOf('=');
    return { path: each.slice(0, equals), written: each.slice(equals + 1) };
  });
  return applyPoint(base, point, shelf);
};
const good = (text: string) => {
  const applied = apply(text);
  if (!applied.ok) throw new Error(JSON.stringify(applied.problems));
  return applied.document;
};
const parameterOf = (text: string, id: string, name: string): unknown =>
  good(text).spec.mechanisms.find((use) => use.id === id)?.parameters[name];
const idsIn = (text: string): readonly string[] => good(text).spec.mechanisms.map(({ id }) => id);

it('an empty point is the scenario as it is', () => {
  expect(applyPoint(base, [], shelf)).toEqual({ ok: true, document: base });
});

describe('parts of a distribution', () => {
  it('change it, several together, with or without a unit', () => {
    const hurdle = (text: string) => parameterOf(text, 'agents.providers', 'hurdle');
    expect(hurdle('agents.providers.hurdle.median=300')).toEqual({
      kind: 'lognormal',
      median: 300,
      sigma: 0.5,
    });
    expect(hurdle('agents.providers.hurdle.sigma=0.2; agents.providers.hurdle.median=300 day')).toEqual({
      kind: 'lognormal',
      median: 300,
      sigma: 0.2,
    });
  });

  it.each([
    ['agents.providers.hurdle.mean=3', 'the distribution is lognormal, which has no "mean".'],
    ['agents.providers.hurdle.median=many', 'is "many": it must be a number.'],
    ['agents.providers.hurdle.median=3 USD', 'is "3 USD": it must be a number.'],
    ['agents.providers.hurdle.median=-3', 'below the least allowed'],
    ['agents.providers.rows.median=3', 'There is no parameter "agents.providers.rows.median".'],
  ])('%s is refused', (text, message) => {
    const applied = apply(text);
    expect(applied.ok ? '' : applied.problems[0]?.message).toContain(message);
  });
});

describe('the mechanism of a slot', () => {
  it('is replaced, with its defaults, in its place', () => {
    expect(idsIn('mechanism.emission.halving=emission.fixed')).toEqual(
      base.spec.mechanisms.map(({ id }) => (id === 'emission.halving' ? 'emission.fixed' : id)),
    );
    expect(good('mechanism.emission.halving=emission.fixed').origins.has('emission.fixed.amount')).toBe(true);
  });

  it('stays with its values where it is there already', () => {
    expect(good('mechanism.reward=reward.per-capacity').spec).toEqual(base.spec);
  });

  it('may be left out, or come into an empty slot, and be given values at the same point', () => {
    expect(idsIn('mechanism.emission.net=none')).not.toContain('emission.net');
    expect(idsIn('mechanism.verification=verification.random-audit')).toContain('verification.random-audit');
    const amount = parameterOf(
      'emission.fixed.amount=7; mechanism.emission.halving=emission.fixed',
      'emission.fixed',
      'amount',
    );
    expect(amount).toBe(7);
  });

  it.each([
    [
      'mechanism.emission=emission.fixed',
      'the slot has 2 mechanisms',
      'mechanism.emission.halving or mechanism.emission.net',
    ],
    ['mechanism.reward=emission.fixed', 'which is no mechanism of the slot reward', 'Allowed: '],
    [
      'mechanism.emision=emission.fixed',
      'neither a slot nor a mechanism of that name',
      'Did you mean "emission"?',
    ],
    [
      'mechanism.reward=reward.per-capacty',
      'no mechanism of the slot reward',
      'Did you mean "reward.per-capacity"?',
    ],
  ])('%s is refused', (text, message, hint) => {
    const applied = apply(text);
    const [problem] = applied.ok ? [] : applied.problems;
    expect(problem?.message).toContain(message);
    expect(problem?.hint).toContain(hint);
  });
});

describe('overlays', () => {
  it('are laid over a run that another part of the point makes long enough', () => {
    // Without someone who sells to pay costs, nothing would feel the overlay.
    const long = 'mechanism.supply=supply.sell-flow; horizon=2 year';
    const laid = (text: string) => good(text).metadata.overlays;
    expect(laid(`overlay=regulation; ${long}`)).toEqual(['regulation']);
    expect(laid(`${long}; overlay=none + regulation`)).toEqual(['regulation']);
    expect(good('overlay=none').spec).toEqual(base.spec);
    const late = `shocks.cost-rise.after=100; overlay=regulation; ${long}`;
    expect(parameterOf(late, 'shocks.cost-rise', 'after')).toBe(100);
  });

  it.each([
    ['overlay=regulation', 'the run ends after 20'],
    ['overlay=regulasion', 'There is no overlay "regulasion".'],
    ['overlay=regulation + regulation; horizon=2 year', 'a mechanism acts once'],
    ['overlay=regulation; horizon=2 year', 'shocks.cost-rise would change nothing'],
  ])('%s is refused', (text, message) => {
    const applied = apply(text);
    expect(applied.ok ? '' : applied.problems[0]?.message).toContain(message);
  });
});
