import { queryOptions } from '@tanstack/react-query';
import type { PublicationKind } from '../../../main/api/publish/publish-api.ts';
import type { Client } from '../../client/client.ts';

/** The servers that publishing asks. */
export const publishSettings = (client: Client) =>
  queryOptions({ queryKey: ['publish-settings'], queryFn: () => client.call('publish.settings', {}) });

/** What is kept of a draft's publication, or of its change; null: nothing was prepared. */
export const keptPublication = (client: Client, proposal: string, kind: PublicationKind) =>
  queryOptions({
    queryKey: ['publication', proposal, kind],
    queryFn: async () => (await client.call('publish.kept', { proposal, kind })).publication,
  });

/** Milliseconds between two questions while votes are followed. */
const everyMinute = 60_000;
/** Votes that are shown, those of most power. */
export const mostVotes = 20;

/** How a published proposal stands, and its largest votes: asked now and every minute as long as somebody looks. */
export const followedProposal = (client: Client, proposal: string, id: string) =>
  queryOptions({
    queryKey: ['followed', proposal, id],
    queryFn: async () => {
      const status = await client.call('publish.follow', { id, proposal });
      const votes =
        status.votes === 0 ? [] : await client.call('publish.votes', { id, proposal, count: mostVotes });
      return { status, votes };
    },
    refetchInterval: ({ state }) => (state.data?.status.final === true ? false : everyMinute),
  });
