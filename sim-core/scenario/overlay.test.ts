import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { changed, smallDocument } from '../../test/small-scenario.ts';
import { applyOverlays, type Overlay, parseOverlay } from './overlay.ts';
import type { ScenarioDocument } from './scenario-document.ts';

const folder = new URL('../../scenarios/overlays/', import.meta.url);
const files = readdirSync(folder);

describe('shipped overlays', () => {
  it.each(files)('%s is read, and its id is its name', (file) => {
    expect(shipped(file.replace('.yaml', '')).id).toBe(file.replace('.yaml', ''));
  });

  it('are the eight storms, regulation in two forms', () => {
    expect(files).toHaveLength(9);
  });
});

describe('an overlay', () => {
  const longer = smallDocument(changed('horizon: 20 day', 'horizon: 2 year'));

  it('adds its mechanisms in slot order, and says where their values come from', () => {
    const laid = applied(longer, 'customer-loss', 'competitor');
    expect(laid.spec.mechanisms.map(({ id }) => id).slice(2, 5)).toEqual([
      'shocks.demand-loss',
      'shocks.competitor',
      'demand.recorded',
    ]);
    expect(laid.metadata.overlays).toEqual(['customer-loss', 'competitor']);
    expect(laid.origins.get('shocks.demand-loss.customers')?.kind).toBe('assumption');
    expect(longer.spec.mechanisms.some(({ slot }) => slot === 'shocks')).toBe(false);
  });

  it.each([
    {
      says: 'that nothing feels',
      of: longer,
      ids: ['oracle-lag'],
      problem:
        'overlay oracle-lag: mechanism.unheard: shocks.oracle-lag would change nothing: no mechanism of this scenario asks for shocks.oracleLag',
    },
    {
      says: 'on a price that nobody sets by trading',
      of: longer,
      ids: ['investor-unlock'],
      problem: 'overlay investor-unlock: mechanism.needs-value: shocks.investor-unlock needs market.poolUsd',
    },
    {
      says: 'that comes after the end',
      of: smallDocument(changed('horizon: 20 day', 'horizon: 365 day')),
      ids: ['customer-loss'],
      problem:
        'overlay customer-loss: overlay.late: shocks.demand-loss strikes after 365 days, and the run ends after 365.',
    },
    {
      says: 'twice',
      of: longer,
      ids: ['competitor', 'competitor'],
      problem: 'overlay competitor: overlay.twice: shocks.competitor is already there, in overlay competitor',
    },
  ])('is refused $says', ({ of, ids, problem }) => {
    const laid = applyOverlays(of, ids.map(shipped));
    if (laid.ok) throw new Error('it was taken');
    expect(laid.problems.map(({ where, code, message }) => `${where}: ${code}: ${message}`)).toEqual([
      expect.stringContaining(problem),
    ]);
  });

  it('that is no overlay tells every problem with its line', () => {
    const read = parseOverlay('storm.yaml', 'id: Storm\nmechanisms:\n  shocks:\n    - use: shocks.flood\n');
    if (read.ok) throw new Error('it was read');
    expect(read.problems.map(({ code, where }) => `${where} ${code}`)).toEqual([
      'storm.yaml:1:5 scenario.bad-id',
      'storm.yaml:1:1 scenario.missing-key',
      'storm.yaml:1:1 scenario.missing-key',
      'storm.yaml:4:12 mechanism.unknown',
    ]);
  });
});

function shipped(id: string): Overlay {
  const read = parseOverlay(id, readFileSync(new URL(`${id}.yaml`, folder), 'utf8'));
  if (read.ok) return read.overlay;
  throw new Error(read.problems.map(({ message }) => message).join());
}

function applied(of: ScenarioDocument, ...ids: readonly string[]): ScenarioDocument {
  const laid = applyOverlays(of, ids.map(shipped));
  if (laid.ok) return laid.document;
  throw new Error(laid.problems.map(({ message }) => message).join());
}
