import { z } from 'zod';
import type { SpaceSettings } from '../../../api/publish/known.ts';
import type { ProposalStatus } from '../../../api/publish/proposal-status.ts';
import { type HubAnswer, type HubDoor, hubRequest } from './hub-request.ts';
import { proposalReply, proposalStatus } from './proposal-reply.ts';
import { spaceReply, spaceSettings } from './space-reply.ts';

/** What a Snapshot hub can be asked. Everything throws `hub.*` or `web.*`. */
export interface Hub {
  /** Null where there is no such space. */
  space(id: string): Promise<HubAnswer<SpaceSettings | null>>;
  /** Live limits by their names. */
  limits(): Promise<Readonly<Record<string, number>>>;
  premiumNetworks(): Promise<readonly string[]>;
  /** Proposals of an author whose voting is not over. */
  activeOf(author: string): Promise<number>;
  /** Null where there is no such proposal. */
  proposal(id: string): Promise<ProposalStatus | null>;
  /** Votes with most power first, at most `count`. */
  votes(proposal: string, count: number): Promise<readonly VoteCast[]>;
}

export interface VoteCast {
  readonly voter: string;
  readonly created: number;
  /** A number, a list, or shares: depends on the way of voting; a text where votes are private. */
  readonly choice: unknown;
  readonly power: number;
  readonly reason: string;
}

const spaceQuery = `query Space($id: String!) { space(id: $id) {
  id name network hibernated turbo verified flagged guidelines template proposalsCount1d proposalsCount30d
  members admins moderators voting { delay period type privacy } filters { minScore onlyMembers }
  validation { name params } labels { id name } strategies { name network params } } }`;

const proposalQuery = `query Proposal($id: String!) { proposal(id: $id) {
  id ipfs author created updated title body discussion type privacy choices labels plugins start end snapshot state app network
  votes scores scores_state scores_total quorum space { id name } } }`;

const activeQuery = `query Active($author: String!, $state: String!) {
  proposals(first: 100, where: { author: $author, state: $state }) { id } }`;

const votesQuery = `query Votes($proposal: String!, $count: Int!) {
  votes(first: $count, orderBy: "vp", orderDirection: desc, where: { proposal: $proposal }) { voter created choice vp reason } }`;

const vote = z.looseObject({
  voter: z.string(),
  created: z.number(),
  choice: z.unknown(),
  vp: z.number().nullish(),
  reason: z.string().nullish(),
});

const named = z.looseObject({ name: z.string(), value: z.string() });
const network = z.looseObject({ id: z.string(), premium: z.boolean().nullish() });

export function hubAt(door: HubDoor): Hub {
  return {
    async space(id) {
      const data = z.looseObject({ space: spaceReply.nullable() });
      const answer = await hubRequest(door, { query: spaceQuery, variables: { id }, data });
      const { space } = answer.data;
      return { ...answer, data: space === null ? null : spaceSettings(space, id) };
    },
    async limits() {
      const data = z.looseObject({ options: z.array(named) });
      const answer = await hubRequest(door, {
        query: 'query Options { options { name value } }',
        variables: {},
        data,
      });
      return Object.fromEntries(
        answer.data.options.flatMap(({ name, value }) =>
          value.trim() !== '' && Number.isFinite(Number(value)) ? [[name, Number(value)]] : [],
        ),
      );
    },
    async premiumNetworks() {
      const data = z.looseObject({ networks: z.array(network) });
      const answer = await hubRequest(door, {
        query: 'query Networks { networks { id premium } }',
        variables: {},
        data,
      });
      return answer.data.networks.flatMap(({ id, premium }) => (premium ? [id] : []));
    },
    async activeOf(author) {
      const data = z.looseObject({ proposals: z.array(z.looseObject({ id: z.string() })) });
      // What has not started yet counts too.
      const of = async (state: string) =>
        (await hubRequest(door, { query: activeQuery, variables: { author, state }, data })).data.proposals
          .length;
      return (await of('active')) + (await of('pending'));
    },
    async proposal(id) {
      const data = z.looseObject({ proposal: proposalReply.nullable() });
      const { proposal } = (await hubRequest(door, { query: proposalQuery, variables: { id }, data })).data;
      return proposal === null ? null : proposalStatus(proposal);
    },
    async votes(proposal, count) {
      const data = z.looseObject({ votes: z.array(vote) });
      const answer = await hubRequest(door, { query: votesQuery, variables: { proposal, count }, data });
      return answer.data.votes.map(({ voter, created, choice, vp, reason }) => ({
        ...{ voter, created, choice, power: vp ?? 0, reason: reason ?? '' },
      }));
    },
  };
}
