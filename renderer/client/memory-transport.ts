import type { RouteName, StudioApi } from '../../main/api/studio-api.ts';
import { StudioError, toProblem } from '../../sim-core/contract/errors.ts';
import type { Transport } from './transport.ts';

/** Handlers in this very process: for tests. A route without a handler answers with a problem. */
export function memoryTransport(api: Partial<StudioApi>): Transport {
  return async (name, input) => {
    try {
      return { ok: true, value: await handlerOf(api, name)(input) };
    } catch (error) {
      return { ok: false, problem: toProblem(error) };
    }
  };
}

function handlerOf(api: Partial<StudioApi>, name: RouteName): (input: unknown) => Promise<unknown> {
  const handler = api[name];
  if (handler === undefined)
    throw new StudioError({ code: 'route.unknown', message: `Nothing answers ${name}.` });
  // Every handler takes the input of its own route: this is the boundary.
  return handler as (input: unknown) => Promise<unknown>;
}
