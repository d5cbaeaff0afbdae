import type { RouteName, StudioApi } from '../../main/api/studio-api.ts';
import { StudioError } from '../../sim-core/contract/errors.ts';
import type { Transport } from './transport.ts';

type Input<Name extends RouteName> = Parameters<StudioApi[Name]>[0];
type Output<Name extends RouteName> = Awaited<ReturnType<StudioApi[Name]>>;

/** `StudioApi` as the page calls it. Rejects with a `StudioError`. */
export interface Client {
  call<Name extends RouteName>(name: Name, input: Input<Name>): Promise<Output<Name>>;
}

export function createClient(transport: Transport): Client {
  const call = async (name: RouteName, input: unknown): Promise<unknown> => {
    const answer = await transport(name, input);
    if (!answer.ok) throw new StudioError(answer.problem);
    return answer.value;
  };
  // The door parsed the value with the output schema of its route: this is the boundary.
  return { call: call as Client['call'] };
}
