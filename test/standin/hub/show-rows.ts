import type { JsonObject } from '../json.ts';
import { findSpace, type ProposalRow, type SpaceRow, sameSpace, type VoteRow } from '../store.ts';
import { secondsPassed, secondsRounded, type World } from '../world.ts';

/** A row as the hub shows it: any of its fields may be asked for. */
export type Shown = Readonly<Record<string, unknown>>;

/** A space as the hub shows it: what is not set has a default, so unset and empty look the same. */
export function showSpace({ id, settings, created, ...state }: SpaceRow, world: World): Shown {
  const { network, filters = {}, voting = {} } = settings;
  const minScore = filters.minScore || 0;
  const strategies = settings.strategies.map((strategy) => ({
    ...strategy,
    network: strategy.network || network,
  }));
  const basic = { name: 'basic', params: { minScore, strategies } };
  return {
    private: false,
    avatar: '',
    about: '',
    categories: [],
    admins: [],
    moderators: [],
    members: [],
    plugins: {},
    labels: [],
    voteValidation: anything,
    ...settings,
    ...countsOf(id, world),
    id,
    domain: settings.domain || '',
    filters: { minScore, onlyMembers: filters.onlyMembers || false },
    voting: {
      delay: voting.delay || null,
      period: voting.period || null,
      type: voting.type || null,
      quorum: voting.quorum || null,
      quorumType: voting.quorumType || 'default',
      blind: voting.blind || false,
      privacy: voting.privacy || '',
      aliased: voting.aliased || false,
      hideAbstain: voting.hideAbstain || false,
    },
    strategies,
    validation: settings.validation ?? (minScore > 0 ? basic : anything),
    verified: state.verified,
    flagged: state.flagged,
    flagCode: Number(state.flagged),
    hibernated: state.hibernated,
    turbo: state.turbo,
    turboExpiration: 0,
    created,
  };
}

const anything = { name: 'any', params: {} };

function countsOf(id: string, world: World): JsonObject {
  const now = secondsPassed(world);
  const rows = world.store.proposals.filter(({ space }) => sameSpace(space, id));
  const since = (days: number): number => rows.filter(({ created }) => created > now - days * 86_400).length;
  return {
    activeProposals: rows.filter(({ start, end }) => start < now && end > now).length,
    proposalsCount: rows.length,
    proposalsCount1d: since(1),
    proposalsCount7d: since(7),
    proposalsCount30d: since(30),
    votesCount: world.store.votes.filter(({ space }) => sameSpace(space, id)).length,
    followersCount: 0,
  };
}

function stateOf({ start, end }: ProposalRow, world: World): 'pending' | 'active' | 'closed' {
  const now = secondsRounded(world);
  if (now > end) return 'closed';
  return now > start ? 'active' : 'pending';
}

export function showProposal(row: ProposalRow, world: World): Shown {
  const space = findSpace(world.store, row.space);
  const id = space?.id ?? row.space;
  const [host, prefix] =
    world.environment === 'testnet' ? ['testnet.snapshot.box', 's-tn'] : ['snapshot.box', 's'];
  return {
    ...row,
    space: space === undefined ? null : showSpace(space, world),
    strategies: row.strategies.map((strategy) => ({ ...strategy, network: strategy.network || row.network })),
    validation: row.validation ?? anything,
    quorumType: row.quorumType || 'default',
    state: stateOf(row, world),
    link: `https://${host}/#/${prefix}:${id}/proposal/${row.id}`,
    scores_by_strategy: row.scoresByStrategy,
    scores_state: row.scoresState,
    scores_total: row.scoresTotal,
    scores_updated: row.scoresUpdated,
    flagCode: Number(row.flagged),
  };
}

export function showVote(row: VoteRow, world: World): Shown {
  const proposal = world.store.proposals.find(({ id }) => id === row.proposal);
  const space = findSpace(world.store, row.space);
  return {
    ...row,
    space: space === undefined ? null : showSpace(space, world),
    proposal: proposal === undefined ? null : showProposal(proposal, world),
    vp_by_strategy: row.vpByStrategy,
    vp_state: 'final',
  };
}
