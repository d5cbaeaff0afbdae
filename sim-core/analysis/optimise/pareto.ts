import { dominates, type Outcome } from './candidate.ts';

/** The outcomes that none of the others dominates; of equal ones, all. */
export const paretoFront = <Item extends Outcome>(items: readonly Item[]): readonly Item[] =>
  items.filter((item) => !items.some((other) => dominates(other, item)));

/** The front, what would be the front without it, and so on: the fast sort of Deb et al. 2002. Indices. */
export function sortedFronts(items: readonly Outcome[]): readonly (readonly number[])[] {
  const below = items.map((): number[] => []);
  const above = new Int32Array(items.length);
  for (let i = 0; i < items.length; i++) {
    for (let j = i + 1; j < items.length; j++) {
      if (dominates(items[i], items[j])) {
        below[i].push(j);
        above[j] += 1;
      } else if (dominates(items[j], items[i])) {
        below[j].push(i);
        above[i] += 1;
      }
    }
  }
  const fronts: number[][] = [];
  let front = items.flatMap((_, i) => (above[i] === 0 ? [i] : []));
  while (front.length > 0) {
    fronts.push(front);
    const next: number[] = [];
    for (const i of front) {
      for (const j of below[i]) {
        above[j] -= 1;
        if (above[j] === 0) next.push(j);
      }
    }
    front = next;
  }
  return fronts;
}

/** How much room each of a front has between its neighbours (crowding distance of Deb et al. 2002); infinite at the ends. */
export function crowding(front: readonly Outcome[]): readonly number[] {
  const room = new Array<number>(front.length).fill(0);
  const objectives = front[0]?.objectives.length ?? 0;
  for (let objective = 0; objective < objectives; objective++) {
    const objectiveOf = (i: number): number => front[i].objectives[objective];
    const order = front.map((_, i) => i).sort((a, b) => objectiveOf(a) - objectiveOf(b) || a - b);
    const last = order.length - 1;
    const span = objectiveOf(order[last]) - objectiveOf(order[0]);
    room[order[0]] = Infinity;
    room[order[last]] = Infinity;
    for (let k = 1; k < last; k++)
      if (span > 0) room[order[k]] += (objectiveOf(order[k + 1]) - objectiveOf(order[k - 1])) / span;
  }
  return room;
}
