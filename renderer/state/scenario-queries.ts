import { queryOptions } from '@tanstack/react-query';
import type { ListedScenario, OpenedScenario } from '../../main/api/scenarios/scenarios-api.ts';
import type { Client } from '../client/client.ts';

/** All scenarios there are. */
export const scenarioList = (client: Client) =>
  queryOptions<readonly ListedScenario[]>({
    queryKey: ['scenarios'],
    queryFn: () => client.call('scenarios.list', {}),
  });

/** One scenario, read and checked. Always asked for again, since its file may have been edited meanwhile. */
export const openedScenario = (client: Client, id: string) =>
  queryOptions<OpenedScenario>({
    queryKey: ['scenario', id],
    queryFn: () => client.call('scenarios.open', { id }),
  });

/** Version, engine id and door of the studio; the same as long as the page lives. */
export const studioInfo = (client: Client) =>
  queryOptions({
    queryKey: ['info'],
    queryFn: () => client.call('studio.info', {}),
    staleTime: Number.POSITIVE_INFINITY,
  });
