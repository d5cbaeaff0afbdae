import { z } from 'zod';
import type { SpaceSettings } from '../../../api/publish/known.ts';

const absent = <T>(type: z.ZodType<T>) => type.nullish();
const addresses = absent(z.array(z.string()));

/** A space as the hub tells it, and as its settings are exported: what is left out is not set. */
export const spaceReply = z.looseObject({
  id: absent(z.string()),
  name: absent(z.string()),
  network: absent(z.union([z.string(), z.number()])),
  strategies: absent(
    z.array(
      z.looseObject({ network: absent(z.union([z.string(), z.number()])), params: z.unknown().optional() }),
    ),
  ),
  voting: absent(
    z.looseObject({
      delay: absent(z.number()),
      period: absent(z.number()),
      type: absent(z.string()),
      privacy: absent(z.string()),
    }),
  ),
  filters: absent(z.looseObject({ onlyMembers: absent(z.boolean()), minScore: absent(z.number()) })),
  validation: absent(z.looseObject({ name: absent(z.string()), params: z.unknown().optional() })),
  members: addresses,
  moderators: addresses,
  admins: addresses,
  verified: absent(z.boolean()),
  flagged: absent(z.boolean()),
  turbo: absent(z.boolean()),
  hibernated: absent(z.boolean()),
  labels: absent(z.array(z.looseObject({ id: z.string(), name: absent(z.string()) }))),
  proposalsCount1d: absent(z.number()),
  proposalsCount30d: absent(z.number()),
  guidelines: absent(z.string()),
  template: absent(z.string()),
});

type SpaceReply = z.infer<typeof spaceReply>;

/** The settings that decide what may be proposed. `id` is what was asked for, where the reply has none. */
export function spaceSettings(reply: SpaceReply, id: string): SpaceSettings {
  const { voting, filters, validation } = reply;
  const lower = (list: readonly string[] | null | undefined) =>
    (list ?? []).map((each) => each.toLowerCase());
  return {
    id: reply.id ?? id,
    name: reply.name ?? id,
    network: String(reply.network ?? ''),
    strategyNetworks: strategyNetworks(reply),
    voting: {
      delay: voting?.delay ?? 0,
      period: voting?.period ?? 0,
      type: voting?.type ?? '',
      privacy: privacyOf(reply),
    },
    onlyMembers: filters?.onlyMembers ?? false,
    validation: validation?.name || 'basic',
    minScore: numberIn(validation?.params, 'minScore') || (filters?.minScore ?? 0),
    members: lower(reply.members),
    moderators: lower(reply.moderators),
    admins: lower(reply.admins),
    verified: reply.verified ?? false,
    flagged: reply.flagged ?? false,
    turbo: reply.turbo ?? false,
    hibernated: reply.hibernated ?? false,
    labels: (reply.labels ?? []).map(({ id: label, name }) => ({ id: label, name: name ?? label })),
    ...(typeof reply.proposalsCount1d === 'number' ? { proposalsInDay: reply.proposalsCount1d } : {}),
    ...(typeof reply.proposalsCount30d === 'number' ? { proposalsInMonth: reply.proposalsCount30d } : {}),
    guidelines: reply.guidelines ?? '',
    template: reply.template ?? '',
  };
}

/** Where nothing is set the server lets the author choose; the hub shows that as an empty text, in which empty is safe. */
const privacyOf = ({ voting }: SpaceReply): string => voting?.privacy ?? 'any';

/** Strategies may hold others. */
function strategyNetworks({ strategies }: SpaceReply): readonly string[] {
  const networks = (strategies ?? []).flatMap(({ network, params }) => [network, ...nestedNetworks(params)]);
  return [...new Set(networks.filter((each) => each !== null && each !== undefined).map(String))];
}

function nestedNetworks(params: unknown): readonly unknown[] {
  const nested: unknown = isObject(params) ? params.strategies : undefined;
  return Array.isArray(nested)
    ? nested.map((each: unknown) => (isObject(each) ? each.network : undefined))
    : [];
}

function numberIn(params: unknown, key: string): number {
  const value = isObject(params) ? params[key] : undefined;
  return typeof value === 'number' ? value : 0;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
