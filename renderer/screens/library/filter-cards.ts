import type { ScenarioCard } from '../../../main/api/scenarios/scenarios-api.ts';

/** What the user wants to see. */
export interface CardFilter {
  readonly text: string;
  /** Kind of network; absent: all. */
  readonly network?: string;
}

export const everything: CardFilter = { text: '' };

/** Cards that hold every word somewhere: title, question, network, mechanisms, what it is calibrated to. */
export function filterCards<Card extends ScenarioCard>(
  cards: readonly Card[],
  { text, network }: CardFilter,
): Card[] {
  const words = text.toLowerCase().split(/\s+/);
  return cards.filter((card) => {
    if (network !== undefined && card.network !== network) return false;
    const { id, title, question, calibratedTo = '', mechanisms } = card;
    const parts = [id, title, question, card.network, calibratedTo, ...mechanisms.map((one) => one.title)];
    const all = parts.join(' ').toLowerCase();
    return words.every((word) => all.includes(word));
  });
}

/** Kinds of network there are, with how many scenarios each has. */
export function networksOf(
  cards: readonly ScenarioCard[],
): { readonly network: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { network } of cards) if (network !== '') counts.set(network, (counts.get(network) ?? 0) + 1);
  return [...counts].sort().map(([network, count]) => ({ network, count }));
}
