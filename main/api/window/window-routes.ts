import { z } from 'zod';
import { named, nothing, type RoutesOf } from '../route.ts';
import type { WindowApi } from './window-api.ts';

/** The registry has about a hundred commands, and a page runs one batch at a time. */
const mostCommands = 500;
const mostRuns = 50;

const news = z.strictObject({
  commands: z
    .array(
      z.strictObject({
        id: named,
        title: named,
        shortcut: z
          .string()
          .regex(/^(Mod\+)?(Shift\+)?([^\s+]|[A-Z][a-z]+)$/)
          .exactOptional(),
        enabled: z.boolean(),
      }),
    )
    .max(mostCommands),
  runs: z.array(z.strictObject({ id: named, title: named, share: z.number().min(0).max(1) })).max(mostRuns),
});

const request = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('command'), id: z.string() }),
  z.strictObject({ kind: z.literal('file'), name: z.string(), text: z.string() }),
  z.strictObject({ kind: z.literal('project'), folder: z.string() }),
]);

/** The routes that only the desktop answers. */
export const windowRoutes: RoutesOf<WindowApi> = {
  'window.tell': { input: news, output: nothing },
  'window.next': { input: nothing, output: request },
};
