import type { z } from 'zod';
import { type Problem, StudioError, toProblem } from '../../sim-core/contract/errors.ts';
import { type RouteInput, type RouteOutput, routes } from './routes.ts';
import type { Answer, RouteName, StudioApi } from './studio-api.ts';

/** The StudioApi as a table of handlers, which TypeScript can look up by a name that it knows only at run time. */
type Handlers = {
  readonly [Name in RouteName]?: (input: RouteInput<Name>) => Promise<RouteOutput<Name>>;
};

/**
 * Answers a call that came through a door: `name` and `input` are whatever was sent, and are checked here. Never rejects;
 * what goes wrong is a Problem: `route.unknown`, `input.invalid`, or what the service says.
 */
export async function answer(
  api: Partial<StudioApi>,
  name: unknown,
  input: unknown,
): Promise<Answer<unknown>> {
  try {
    if (!isRouteName(name)) throw unknownRoute(name);
    return { ok: true, value: await call(api, name, input) };
  } catch (thrown) {
    return { ok: false, problem: toProblem(thrown) };
  }
}

async function call<Name extends RouteName>(api: Handlers, name: Name, input: unknown): Promise<unknown> {
  const handler = api[name];
  if (handler === undefined) throw unknownRoute(name);
  const route = routes[name];
  const checked = route.input.safeParse(input);
  if (!checked.success) throw new StudioError(invalidInput(name, checked.error));
  const output = await handler(checked.data);
  return route.output.parse(output);
}

const isRouteName = (name: unknown): name is RouteName =>
  typeof name === 'string' && Object.hasOwn(routes, name);

function unknownRoute(name: unknown): StudioError {
  const called =
    typeof name === 'string' ? JSON.stringify(name.slice(0, 100)) : `that is no text (${typeof name})`;
  return new StudioError({
    code: 'route.unknown',
    message: `There is no route ${called}.`,
    hint: `There are ${Object.keys(routes).join(', ')}.`,
  });
}

function invalidInput(name: RouteName, { issues }: z.ZodError): Problem {
  const [first] = issues;
  const where = first === undefined || first.path.length === 0 ? name : `${name}: ${first.path.join('.')}`;
  const message = issues.map((issue) => [...issue.path, issue.message].join(': ')).join('; ');
  return {
    code: 'input.invalid',
    message: `The input of ${name} is not what it takes: ${message}.`,
    hint: 'The inputs of every route are listed in main/api/studio-api.ts.',
    where,
  };
}
