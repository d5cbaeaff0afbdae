import type { KnownFacts, SpaceSettings } from '../../../api/publish/known.ts';

/** Limits that hold for a space, and whether a server said so. */
export interface Limits {
  /** UTF-16 units. */
  readonly body: number;
  readonly choices: number;
  readonly inDay: number;
  readonly inMonth: number;
  readonly activeOfAuthor: number;
  readonly live: boolean;
}

/** As Snapshot documents them: proposals a day and a month. */
const documented = {
  default: { inDay: 3, inMonth: 15 },
  verified: { inDay: 20, inMonth: 100 },
  turbo: { inDay: 40, inMonth: 200 },
  flagged: { inDay: 1, inMonth: 5 },
};

export function limitsOf({ limits = {} }: KnownFacts, space: SpaceSettings | undefined): Limits {
  const kind = kindOf(space);
  const of = (name: string, usual: number): number => limits[name] ?? usual;
  return {
    body: of(`space.${kind}.body_limit`, kind === 'turbo' ? 40_000 : 10_000),
    choices: of(`space.${kind}.choices_limit`, kind === 'turbo' ? 1000 : 20),
    inDay: of(`space.${kind}.proposal_limit_per_day`, documented[kind].inDay),
    inMonth: of(`space.${kind}.proposal_limit_per_month`, documented[kind].inMonth),
    activeOfAuthor: of('space.active_proposal_limit_per_author', 10),
    live: `space.${kind}.body_limit` in limits,
  };
}

/** The same order as the server: what comes later wins. */
function kindOf(space: SpaceSettings | undefined): keyof typeof documented {
  if (space?.turbo) return 'turbo';
  if (space?.verified) return 'verified';
  return space?.flagged ? 'flagged' : 'default';
}
