/**
 * The part of the hub's schema that the stand-in answers for: types, their fields, and what each field holds.
 * `leaf` is a value as it is; anything else names a type. A field that the real hub lacks is not here, so that a
 * query that would be refused there is refused here.
 */
export type Fields = Readonly<Record<string, string>>;

const leaves = (names: string): Fields =>
  Object.fromEntries(names.split(/\s+/).map((name) => [name, 'leaf']));

export const types: Readonly<Record<string, Fields>> = {
  Query: {
    space: 'Space',
    proposal: 'Proposal',
    proposals: 'Proposal',
    vote: 'Vote',
    votes: 'Vote',
    aliases: 'Alias',
    messages: 'Message',
    networks: 'Network',
    options: 'Option',
    vp: 'Vp',
  },
  Space: {
    ...leaves(
      `id name private about avatar cover terms location website twitter github farcaster coingecko email discussions
      discourseCategory network symbol skin domain admins members moderators plugins categories activeProposals
      proposalsCount proposalsCount1d proposalsCount7d proposalsCount30d followersCount votesCount guidelines template
      verified flagged flagCode hibernated turbo turboExpiration created`,
    ),
    strategies: 'Strategy',
    filters: 'SpaceFilters',
    voting: 'SpaceVoting',
    validation: 'Validation',
    voteValidation: 'Validation',
    labels: 'Label',
  },
  SpaceFilters: leaves('minScore onlyMembers'),
  SpaceVoting: leaves('delay period type quorum quorumType blind hideAbstain privacy aliased'),
  Strategy: leaves('name network params'),
  Validation: leaves('name params'),
  Label: leaves('id name description color'),
  Proposal: {
    ...leaves(
      `id ipfs author created updated network symbol type plugins title body discussion choices labels start end quorum
      quorumType privacy snapshot state link app scores scores_by_strategy scores_state scores_total scores_updated votes
      flagged flagCode`,
    ),
    space: 'Space',
    strategies: 'Strategy',
    validation: 'Validation',
  },
  Vote: {
    ...leaves('id ipfs voter created choice metadata reason app vp vp_by_strategy vp_state'),
    space: 'Space',
    proposal: 'Proposal',
  },
  Alias: leaves('id ipfs address alias created'),
  Message: leaves('mci id ipfs address version timestamp space type sig receipt'),
  Network: leaves('id name premium spacesCount'),
  Option: leaves('name value'),
  Vp: leaves('vp vp_by_strategy vp_state'),
};

const listed = ['first', 'skip', 'where', 'orderBy', 'orderDirection'];

/** Arguments of the fields of `Query`; `!` marks one that must be given. */
export const queryArguments: Readonly<Record<string, readonly string[]>> = {
  space: ['id!'],
  proposal: ['id!'],
  vote: ['id!'],
  proposals: listed,
  votes: listed,
  aliases: listed,
  messages: listed,
  networks: [],
  options: [],
  vp: ['voter!', 'space!', 'proposal'],
};

/** How a column can be asked for in `where`: texts as equal or among, numbers also as ranges. */
export type Column = 'text' | 'number' | 'address';

export const columns: Readonly<Record<string, Readonly<Record<string, Column>>>> = {
  proposals: {
    id: 'text',
    ipfs: 'text',
    space: 'text',
    author: 'address',
    network: 'text',
    created: 'number',
    updated: 'number',
    app: 'text',
    start: 'number',
    end: 'number',
    type: 'text',
    scores_state: 'text',
    votes: 'number',
  },
  votes: {
    id: 'text',
    ipfs: 'text',
    space: 'text',
    voter: 'address',
    proposal: 'text',
    reason: 'text',
    app: 'text',
    created: 'number',
    vp: 'number',
    vp_state: 'text',
  },
  aliases: { id: 'text', ipfs: 'text', address: 'address', alias: 'address', created: 'number' },
  messages: { id: 'text', mci: 'number', address: 'text', timestamp: 'number', space: 'text', type: 'text' },
};

/** Keys of `where` that are no columns. */
const otherFilters: Readonly<Record<string, readonly string[]>> = {
  proposals: ['state', 'flagged', 'title_contains', 'labels_in'],
};
/** Columns of proposals that know no range of values but only some of the ways to ask. */
const suffixes: Readonly<Record<Column, readonly string[]>> = {
  text: ['', '_in'],
  address: ['', '_in'],
  number: ['', '_in', '_gt', '_gte', '_lt', '_lte'],
};
const negated = ['app', 'reason'];

/** Every key that `where` may have for a list. */
export function filterKeys(list: string): ReadonlySet<string> {
  const own = Object.entries(columns[list] ?? {}).flatMap(([name, column]) => [
    ...suffixes[column].map((suffix) => `${name}${suffix}`),
    ...(negated.includes(name) ? [`${name}_not`, `${name}_not_in`] : []),
  ]);
  return new Set([...own, ...(otherFilters[list] ?? [])]);
}
