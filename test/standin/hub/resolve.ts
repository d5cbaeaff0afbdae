import { isObject, isText, type Json, type JsonObject } from '../json.ts';
import { findSpace, type ProposalRow } from '../store.ts';
import { secondsRounded, type World } from '../world.ts';
import { HubFault, type ListArguments, matches, part } from './filter-rows.ts';
import { type Shown, showProposal, showSpace, showVote } from './show-rows.ts';

type Arguments = ListArguments & { readonly [name: string]: Json | undefined };

/** Answers one field of `Query` from the tables. Throws `HubFault` for what the hub would not answer. */
export function resolve(field: string, args: Arguments, world: World): Shown | readonly Shown[] | null {
  const { store } = world;
  const where = isObject(args.where) ? args.where : {};
  switch (field) {
    case 'space': {
      const space = findSpace(store, String(args.id));
      return space === undefined ? null : showSpace(space, world);
    }
    case 'proposal': {
      const row = store.proposals.find(({ id }) => id === args.id);
      return row === undefined ? null : showProposal(row, world);
    }
    case 'vote': {
      const row = store.votes.find(({ id }) => id === args.id);
      return row === undefined ? null : showVote(row, world);
    }
    case 'proposals':
      return proposals(args, where, world);
    case 'votes': {
      const rows = store.votes.map((row) => ({ ...row, vp_state: 'final' }));
      const found = part(kept('votes', rows, where), args, ['created', 'vp']);
      return found
        .flatMap(({ id }) => store.votes.filter((row) => row.id === id))
        .map((row) => showVote(row, world));
    }
    case 'aliases':
      return part(kept('aliases', store.aliases, where), args, ['created']);
    case 'messages':
      return part(kept('messages', store.messages, where), args, ['timestamp', 'mci']);
    case 'networks':
      return store.networks.map(({ id, name, premium }) => ({
        id,
        name,
        premium,
        spacesCount: spacesOn(id, world),
      }));
    case 'options':
      return [...store.options].map(([name, value]) => ({ name, value }));
    default:
      return votingPower(args, world);
  }
}

/** Rows of a table as plain values, those that `where` asks for. */
function kept(list: string, rows: readonly object[], where: JsonObject): readonly JsonObject[] {
  const plain: readonly JsonObject[] = JSON.parse(JSON.stringify(rows));
  return plain.filter((row) => matches(list, row, where));
}

function proposals(args: Arguments, where: JsonObject, world: World): readonly Shown[] {
  const rows = world.store.proposals.filter((row) => inState(row, where, world)).map(asColumns);
  const found = part(kept('proposals', rows, where), args, ['created', 'updated', 'start', 'end', 'votes']);
  const byId = new Map(world.store.proposals.map((row) => [row.id, row]));
  return found.flatMap(({ id }) => byId.get(String(id)) ?? []).map((row) => showProposal(row, world));
}

const asColumns = ({ scoresState, ...row }: ProposalRow): object => ({ ...row, scores_state: scoresState });

/** Pending before the start, active between, closed after the end: in the very second of either it is none of them. */
function inState(row: ProposalRow, where: JsonObject, world: World): boolean {
  const now = secondsRounded(world);
  if (where.state === 'pending' && row.start <= now) return false;
  if (where.state === 'active' && (row.start >= now || row.end <= now)) return false;
  if (where.state === 'closed' && row.end >= now) return false;
  if (typeof where.flagged === 'boolean' && row.flagged !== where.flagged) return false;
  if (isText(where.title_contains) && !row.title.toLowerCase().includes(where.title_contains.toLowerCase())) {
    return false;
  }
  const labels: readonly Json[] = Array.isArray(where.labels_in) ? where.labels_in : [];
  return labels.every((label) => row.labels.some((own) => own === label));
}

const spacesOn = (network: string, { store }: World): number =>
  [...store.spaces.values()].filter(({ settings }) => settings.network === network).length;

function votingPower({ voter, space, proposal }: Arguments, world: World): Shown {
  if (voter === '' || voter === `0x${'0'.repeat(40)}`) throw new HubFault('invalid address');
  const asked = world.store.proposals.find(({ id }) => id === proposal);
  if (proposal && asked === undefined) throw new HubFault('proposal not found');
  const strategies = asked?.strategies ?? findSpace(world.store, String(space))?.settings.strategies;
  if (strategies === undefined) throw new HubFault('space not found');
  const powers = world.powers(String(space), String(voter), strategies.length);
  return { vp: powers.reduce((sum, power) => sum + power, 0), vp_by_strategy: powers, vp_state: 'final' };
}
