import type { SpaceRow } from '../store.ts';
import type { World } from '../world.ts';

/** The limits of a space's kind, from the server's options; an option that is not set is zero. */
export interface SpaceLimits {
  /** UTF-16 units. */
  readonly body: number;
  readonly choices: number;
  readonly perDay: number;
  readonly perMonth: number;
  readonly activePerAuthor: number;
}

/**
 * Looks the limits of a space up.
 * @param id as the message spells it: the list of ecosystems is compared letter by letter
 */
export function limitsOf(space: SpaceRow, id: string, world: World): SpaceLimits {
  const option = (name: string): number => Number(world.store.options.get(name) ?? 0);
  const ecosystem = world.store.options.get('space.ecosystem.list')?.split(',').includes(id) ?? false;
  const kind = kindOf(space, false);
  const paced = kindOf(space, ecosystem);
  return {
    body: option(`space.${kind}.body_limit`),
    choices: option(`space.${kind}.choices_limit`),
    perDay: option(`space.${paced}.proposal_limit_per_day`),
    perMonth: option(`space.${paced}.proposal_limit_per_month`),
    activePerAuthor: option('space.active_proposal_limit_per_author'),
  };
}

/** The last that holds counts: a flagged space that pays is a turbo space. */
function kindOf({ turbo, verified, flagged }: SpaceRow, ecosystem: boolean): string {
  if (turbo) return 'turbo';
  if (verified) return 'verified';
  if (flagged) return 'flagged';
  return ecosystem ? 'ecosystem' : 'default';
}

/** The options that Snapshot's documentation states. */
export const documentedOptions: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'space.active_proposal_limit_per_author': '10',
    'space.ecosystem.list': '',
    'space.ecosystem.proposal_limit_per_day': '150',
    'space.ecosystem.proposal_limit_per_month': '750',
    ...limits('default', 10_000, 20, 3, 15),
    ...limits('flagged', 10_000, 20, 1, 5),
    ...limits('verified', 10_000, 20, 20, 100),
    ...limits('turbo', 40_000, 1000, 40, 200),
  }),
);

function limits(
  kind: string,
  body: number,
  choices: number,
  day: number,
  month: number,
): Record<string, string> {
  return {
    [`space.${kind}.body_limit`]: `${body}`,
    [`space.${kind}.choices_limit`]: `${choices}`,
    [`space.${kind}.proposal_limit_per_day`]: `${day}`,
    [`space.${kind}.proposal_limit_per_month`]: `${month}`,
  };
}
