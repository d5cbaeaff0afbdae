import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flows } from '../examples/flow-and-rank.ts';
import { flowGraph } from './flow-graph.ts';
import { flowAt, flowLayout } from './flow-layout.ts';
import { tokenFlows } from './token-flows.tsx';

const flow = (from: string, to: string, amount: number) => ({ from, to, amount, reason: `${from} to ${to}` });

describe('a graph of flows', () => {
  it('has no circle and loses no amount, whatever flows', () => {
    const account = fc.constantFrom('a', 'b', 'c', 'd', 'minted', 'burned');
    const any = fc.array(fc.tuple(account, account, fc.integer({ min: 0, max: 9 })), { maxLength: 20 });
    fc.assert(
      fc.property(any, (given) => {
        const list = given.map(([from, to, amount]) => flow(from, to, amount));
        const { links } = flowGraph(list);
        const sum = (amounts: readonly { readonly amount: number }[]) =>
          amounts.reduce((a, b) => a + b.amount, 0);
        expect(sum(links)).toBe(sum(list));
        const box = { left: 0, right: 400, top: 0, bottom: 300 };
        expect(flowLayout(list, box, 'across').links).toHaveLength(links.length);
      }),
    );
  });

  it('lets the largest go forward and the one that would close a circle come back', () => {
    const { nodes, links } = flowGraph([flow('staked', 'traders', 2), flow('traders', 'staked', 5)]);
    expect(links.map(({ from, to, flow: index }) => [from, to, index])).toEqual([
      ['traders', 'staked', 1],
      ['staked', 'back to traders', 0],
    ]);
    expect(nodes.find(({ back }) => back)?.account).toBe('traders');
  });
});

it.each(['across', 'down'] as const)('finds the flow under a place when flows go %s', (direction) => {
  const layout = flowLayout(
    [flow('a', 'b', 3), flow('a', 'c', 1)],
    { left: 0, right: 400, top: 0, bottom: 400 },
    direction,
  );
  for (const { flow: index, from, to } of layout.links) {
    expect(flowAt(layout, from[0] * 0.99 + to[0] * 0.01, from[1] * 0.99 + to[1] * 0.01)).toBe(index);
    expect(flowAt(layout, (from[0] + to[0]) / 2, (from[1] + to[1]) / 2)).toBe(index);
  }
  expect(flowAt(layout, -5, -5)).toBeUndefined();
});

it('states what was minted and burned, else the largest flow', () => {
  expect(flows.title).toBe('Tokens: 34M tokens minted, 35.9 % of that burned');
  const subject = { title: 'Tokens', unit: 'token', when: 'on 2024-03-01' };
  expect(tokenFlows({ ...subject, flows: [flow('a', 'b', 3)] }).title).toBe(
    'Tokens: most go from a to b, 3 tokens',
  );
  expect(tokenFlows({ ...subject, flows: [] }).title).toBe('Tokens: nothing moves');
  expect(flows.readout(1)).toBe('emission to providers, reward: 30M tokens, 88.2 % of what leaves emission');
});
