import { z } from 'zod';
import type { TypedData } from '../../../api/publish/typed-data.ts';

/** What is known of one publication; it is kept beside its draft and outlives every crash. */
export interface Publication {
  readonly format: 'depin-studio/publication/1';
  readonly kind: 'proposal' | 'update' | 'cancel';
  /** The hash of `data`: known before anything is signed. */
  readonly id: string;
  /** The proposal that this makes, changes or cancels. */
  readonly proposal: string;
  readonly author: string;
  readonly data: TypedData;
  readonly sequencer: string;
  readonly hub: string;
  readonly relayer?: string;
  /** Kept before it is sent, so that a lost reply never asks for another. */
  readonly signature?: string;
  /**
   * `prepared`: not signed. `signed`: not sent. `sent`: a reply is awaited, or was lost. `published` and `refused`: over.
   */
  readonly state: 'prepared' | 'signed' | 'sent' | 'published' | 'refused';
  readonly ipfs?: string;
  /** The server's signature that it took it. */
  readonly receipt?: string;
  /** Why the server refused it. */
  readonly refusal?: string;
  /** The rule that the refusal means, and what to do. */
  readonly refused?: { readonly rule: string; readonly fix: string };
}

const value = z.union([z.string(), z.number(), z.array(z.string()).readonly()]);
const typedData: z.ZodType<TypedData> = z.strictObject({
  domain: z.record(z.string(), z.union([z.string(), z.number()])).readonly(),
  types: z
    .record(z.string(), z.array(z.strictObject({ name: z.string(), type: z.string() })).readonly())
    .readonly(),
  message: z.record(z.string(), value).readonly(),
});

export const publicationFile: z.ZodType<Publication> = z.strictObject({
  format: z.literal('depin-studio/publication/1'),
  kind: z.enum(['proposal', 'update', 'cancel']),
  id: z.string(),
  proposal: z.string(),
  author: z.string(),
  data: typedData,
  sequencer: z.string(),
  hub: z.string(),
  relayer: z.string().exactOptional(),
  signature: z.string().exactOptional(),
  state: z.enum(['prepared', 'signed', 'sent', 'published', 'refused']),
  ipfs: z.string().exactOptional(),
  receipt: z.string().exactOptional(),
  refusal: z.string().exactOptional(),
  refused: z.strictObject({ rule: z.string(), fix: z.string() }).exactOptional(),
});
