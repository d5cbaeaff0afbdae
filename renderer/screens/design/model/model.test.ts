import { describe, expect, it } from 'vitest';
import type { MechanismView, MetricView } from '../../../../main/api/model/model-api.ts';
import type { Slot } from '../../../../sim-core/contract/slot.ts';
import { modelGraph } from './model-graph.ts';
import { modelLayout } from './model-layout.ts';
import { whatFeeds } from './what-feeds.ts';

const view = (id: string, reads: string[], writes: string[]): MechanismView => ({
  ...{ id, version: 1, slot: id.split('.')[0] as Slot, title: id, summary: '', sources: [], parameters: {} },
  ...{ needs: [], reads, writes, invariants: [], own: false },
});

const known = [
  view('market.batch', ['orders.sellTokens'], ['market.price']),
  view('demand.bass', ['market.price'], ['demand.served']),
  view('settlement.burn', ['demand.served'], ['orders.burnUsd']),
  view('supply.sell', ['providers.reward'], ['orders.sellTokens']),
  view('reward.flat', ['demand.served'], ['providers.reward']),
  view('supply.entry', ['market.price'], ['providers.status']),
];
const used = ['market.batch', 'demand.bass', 'settlement.burn', 'supply.sell', 'reward.flat', 'gone.away'];
const graph = modelGraph(used, known);

const metric = (id: string, reads: string[]): MetricView => ({
  ...{ id, title: id, unit: '1', definition: '', source: '', needs: [], reads },
});

describe('the graph of a model', () => {
  it('has the used mechanisms in the order of the day', () => {
    expect(graph.nodes.map(({ id }) => id)).toEqual([
      ...['demand.bass', 'settlement.burn', 'reward.flat', 'supply.sell', 'market.batch'],
    ]);
  });

  it('has an edge where one leaves tokens that a later one moves on', () => {
    const emission = view('emission.fixed', [], ['ledger.emission']);
    const also = view('emission.net', [], ['ledger.emission']);
    const reward = view('reward.flat', [], ['ledger.emission', 'ledger.providers']);
    const { edges } = modelGraph(['reward.flat', 'emission.fixed', 'emission.net'], [emission, also, reward]);
    expect(edges.map(({ from, to, values }) => `${from}>${to}: ${values}`)).toEqual([
      ...['emission.fixed>reward.flat: ledger.emission', 'emission.net>reward.flat: ledger.emission'],
    ]);
  });

  it('has an edge where one writes what another reads, and knows what comes a day late', () => {
    expect(graph.edges).toContainEqual({
      ...{ from: 'supply.sell', to: 'market.batch', values: ['orders.sellTokens'], late: false },
    });
    expect(graph.edges).toContainEqual({
      ...{ from: 'market.batch', to: 'demand.bass', values: ['market.price'], late: true },
    });
    expect(graph.edges).toHaveLength(5);
  });
});

describe('what feeds', () => {
  it('a metric: who writes what it reads, who feeds those, and who feeds them', () => {
    const { steps, edges } = whatFeeds(graph, { kind: 'metric', id: 'p' }, [metric('p', ['market.price'])]);
    expect(Object.fromEntries(steps)).toEqual({ 'market.batch': 0, 'supply.sell': 1, 'reward.flat': 2 });
    expect([...edges].map(({ from, to }) => `${from}>${to}`)).toEqual([
      ...['supply.sell>market.batch', 'reward.flat>supply.sell'],
    ]);
  });

  it('a mechanism, round a loop without end', () => {
    const { steps } = whatFeeds(graph, { kind: 'mechanism', id: 'demand.bass' }, []);
    expect(Object.fromEntries(steps)).toEqual({ 'demand.bass': 0, 'market.batch': 1, 'supply.sell': 2 });
  });

  it('nothing, where the scenario has no such thing', () => {
    expect(whatFeeds(graph, { kind: 'mechanism', id: 'supply.entry' }, []).steps.size).toBe(0);
  });
});

describe('the layout', () => {
  it.each([320, 600, 1800])('at %i px holds every box, and none lies on another', (width) => {
    const { nodes, height } = modelLayout(graph, width);
    const boxes = [...nodes.values()];
    expect(boxes).toHaveLength(5);
    for (const [index, box] of boxes.entries()) {
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
      for (const other of boxes.slice(index + 1)) {
        const apart =
          box.x + box.width <= other.x ||
          other.x + other.width <= box.x ||
          box.y + box.height <= other.y ||
          other.y + other.height <= box.y;
        expect(apart).toBe(true);
      }
    }
  });

  it('has a column for each slot where there is room, and lanes where there is not', () => {
    const wide = modelLayout(graph, 1800);
    expect(wide.direction).toBe('columns');
    expect(wide.slots.get('market')?.x).toBeGreaterThan(
      wide.slots.get('demand')?.x ?? Number.POSITIVE_INFINITY,
    );
    expect(wide.nodes.get('market.batch')?.x).toBe(wide.slots.get('market')?.x);
    const narrow = modelLayout(graph, 500);
    expect(narrow.direction).toBe('lanes');
    expect(narrow.slots.get('market')?.y).toBeGreaterThan(
      narrow.slots.get('demand')?.y ?? Number.POSITIVE_INFINITY,
    );
  });
});
