import { refuse } from '../refusal.ts';
import { type SpaceRow, sameSpace } from '../store.ts';
import { secondsPassed, type World } from '../world.ts';
import { belongsTo } from './check-author.ts';
import type { SpaceLimits } from './space-limits.ts';

/**
 * Refuses more proposals than a space may have in a day and in 30 days, whoever they are from, and more open ones than
 * an author from outside may have: those count over all spaces, and until they end, even before they start.
 */
export function checkPace(
  space: SpaceRow,
  id: string,
  author: string,
  limits: SpaceLimits,
  world: World,
): void {
  const now = secondsPassed(world);
  const since = (seconds: number): number =>
    world.store.proposals.filter((row) => sameSpace(row.space, id) && row.created > now - seconds).length;
  if (since(86_400) >= limits.perDay || since(30 * 86_400) >= limits.perMonth)
    refuse('proposal limit reached');
  const open = world.store.proposals.filter((row) => row.author === author && row.end > now).length;
  if (!belongsTo(space, author) && open >= limits.activePerAuthor)
    refuse('active proposal limit reached for author');
}
