import { z } from 'zod';
import { openedScenario, scenarioCard } from './scenario-schemas.ts';
import type { RouteName, StudioApi } from './studio-api.ts';

/** What a route takes and answers, whatever door it is called through. */
export interface Route<Name extends RouteName> {
  readonly input: z.ZodType<RouteInput<Name>>;
  readonly output: z.ZodType<RouteOutput<Name>>;
}

export type RouteInput<Name extends RouteName> = Parameters<StudioApi[Name]>[0];
export type RouteOutput<Name extends RouteName> = Awaited<ReturnType<StudioApi[Name]>>;

const nothing = z.record(z.string(), z.never());

/** A name and nothing that could lead to another folder, on any system. */
const fileName = z
  .string()
  .max(200)
  .regex(/^[^\p{Cc}/\\:*?"<>|]+$/u, 'may not contain / \\ : * ? " < > | or control characters')
  .refine((name) => !/^\.+$|[. ]$/.test(name), 'may not end in a dot or a space');

/** Every route of the studio. */
export const routes: { readonly [Name in RouteName]: Route<Name> } = {
  'studio.info': {
    input: nothing,
    output: z.strictObject({
      version: z.string(),
      engineId: z.string(),
      door: z.enum(['desktop', 'browser', 'memory']),
    }),
  },
  'scenarios.list': { input: nothing, output: z.array(scenarioCard).readonly() },
  'scenarios.open': { input: z.strictObject({ id: z.string().min(1).max(200) }), output: openedScenario },
  'exports.save': {
    input: z.strictObject({ name: fileName, text: z.string() }),
    output: z.strictObject({ saved: z.string().nullable() }),
  },
};
