import { expect, it } from 'vitest';
import type { ScenarioCard } from '../../../main/api/scenarios/scenarios-api.ts';
import { everything, filterCards, networksOf } from './filter-cards.ts';

const card = (id: string, network: string, question: string): ScenarioCard => ({
  id,
  place: 'shipped',
  version: 1,
  title: id,
  question,
  network,
  startDate: '2024-01-01',
  days: 20,
  providers: { rows: 10, weight: 1 },
  mechanisms: [{ id: 'emission.halving', slot: 'emission', title: 'Halving' }],
});

const cards = [
  card('helium', 'wireless', 'What did coverage earn?'),
  card('filecoin', 'storage', 'Who stays?'),
];
const ids = (found: readonly ScenarioCard[]) => found.map(({ id }) => id);

it('shows all without a filter', () => {
  expect(ids(filterCards(cards, everything))).toEqual(['helium', 'filecoin']);
});

it('looks for every word, in whatever a card says', () => {
  expect(ids(filterCards(cards, { text: 'EARN cover' }))).toEqual(['helium']);
  expect(ids(filterCards(cards, { text: 'halving' }))).toEqual(['helium', 'filecoin']);
  expect(ids(filterCards(cards, { text: 'halving earn stays' }))).toEqual([]);
});

it('keeps one kind of network', () => {
  expect(ids(filterCards(cards, { text: '', network: 'storage' }))).toEqual(['filecoin']);
  expect(networksOf([...cards, card('x', 'storage', ''), card('broken', '', '')])).toEqual([
    { network: 'storage', count: 2 },
    { network: 'wireless', count: 1 },
  ]);
});
