import { refuse } from '../refusal.ts';
import type { SpaceRow } from '../store.ts';
import type { World } from '../world.ts';

/** Admins, moderators and members. */
export const belongsTo = ({ settings }: SpaceRow, address: string): boolean =>
  [settings.members, settings.admins, settings.moderators].some((list) => has(list, address));

/** Admins and moderators. */
export const steers = ({ settings }: SpaceRow, address: string): boolean =>
  has(settings.admins, address) || has(settings.moderators, address);

const has = (list: readonly string[] | undefined, address: string): boolean =>
  list?.some((member) => member.toLowerCase() === address.toLowerCase()) ?? false;

/** Refuses an author whom the space does not let propose. */
export function checkAuthor(space: SpaceRow, id: string, author: string, world: World): void {
  if (world.flaggedAddresses.has(author.toLowerCase())) refuse('invalid proposal, please contact support');
  if (belongsTo(space, author)) return;
  const { filters, validation } = space.settings;
  if (filters?.onlyMembers) refuse('only space authors can propose');
  const name = validation?.name || 'basic';
  const wanted = validation?.params?.minScore || filters?.minScore;
  if (name === 'any' || (name === 'basic' && !wanted)) return;
  const valid = asked(() =>
    name === 'basic' ? score(space, id, author, world) >= Number(wanted) : other(name, author, world),
  );
  if (!valid) refuse('validation failed');
}

function asked(validate: () => boolean): boolean {
  try {
    return validate();
  } catch {
    return refuse('failed to check validation');
  }
}

/** `basic` counts over strategies of its own where it names some, else over the space's. */
function score({ settings }: SpaceRow, id: string, author: string, world: World): number {
  const own = settings.validation?.params?.strategies;
  const strategies = Array.isArray(own) ? own : settings.strategies;
  return world.powers(id, author, strategies.length).reduce((sum, power) => sum + power, 0);
}

function other(name: string, author: string, world: World): boolean {
  const validation = world.validations.get(name);
  if (validation === undefined) throw new Error(`no validation ${name}`);
  return validation(author);
}
