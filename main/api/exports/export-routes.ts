import { z } from 'zod';
import type { RoutesOf } from '../route.ts';
import type { ExportsApi } from './exports-api.ts';

/** A name and nothing that could lead to another folder, on any system. */
const fileName = z
  .string()
  .max(200)
  .regex(/^[^\p{Cc}/\\:*?"<>|]+$/u, 'may not contain / \\ : * ? " < > | or control characters')
  .refine((name) => !/^\.+$|[. ]$/.test(name), 'may not end in a dot or a space');

export const exportRoutes: RoutesOf<ExportsApi> = {
  'exports.save': {
    input: z.union([
      z.strictObject({ name: fileName, text: z.string() }),
      z.strictObject({ name: fileName, base64: z.base64() }),
    ]),
    output: z.strictObject({ saved: z.string().nullable() }),
  },
};
