import { z } from 'zod';
import type { TypedData } from '../../../api/publish/typed-data.ts';
import type { ProposalMessage } from './proposal-message.ts';

const texts = z.array(z.string()).readonly();

const message: z.ZodType<ProposalMessage> = z.strictObject({
  from: z.string(),
  space: z.string(),
  timestamp: z.number(),
  type: z.string(),
  title: z.string(),
  body: z.string(),
  discussion: z.string(),
  choices: texts,
  labels: texts,
  start: z.number(),
  end: z.number(),
  snapshot: z.number(),
  plugins: z.string(),
  privacy: z.string(),
  app: z.string(),
});

/** The proposal in typed data that was kept; undefined where it holds something else. */
export function proposalIn({ message: kept }: TypedData): ProposalMessage | undefined {
  const read = message.safeParse(kept);
  return read.success ? read.data : undefined;
}
