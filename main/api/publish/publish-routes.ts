import { z } from 'zod';
import { named, nothing, problem, type RoutesOf } from '../route.ts';
import type { Preflight, PublicationView, PublishApi, SignerAsked, Signing } from './publish-api.ts';
import { draft, finding, known, settings, status, typedData, vote } from './publish-schemas.ts';

const kind = z.enum(['proposal', 'update', 'cancel']);
/** Name of a file that every system takes. */
const proposal = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/);
const words = z.array(z.strictObject({ name: z.string(), value: z.string() })).readonly();
const file = z.string().max(1024 * 1024);

const preflight: z.ZodType<Preflight> = z.strictObject({
  draft,
  findings: z.array(finding).readonly(),
  ready: z.boolean(),
  id: z.string(),
  words,
  data: typedData,
  body: z.strictObject({ length: z.number(), most: z.number(), live: z.boolean() }),
});

const signer: z.ZodType<SignerAsked> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('keystore'), text: file, password: z.string().max(10_000) }),
  z.strictObject({ kind: z.literal('rpc'), url: z.url({ protocol: /^https?$/ }).max(2000) }),
  z.strictObject({ kind: z.literal('browser') }),
]);

const signing: z.ZodType<Signing> = z.strictObject({
  signing: z.string(),
  state: z.enum(['prepared', 'waiting', 'signed', 'failed']),
  id: z.string(),
  words,
  author: z.string(),
  sequencer: z.string(),
  findings: z.array(finding).readonly(),
  page: z.string().exactOptional(),
  progress: z.number().exactOptional(),
  problem: problem.exactOptional(),
});

const view: z.ZodType<PublicationView> = z.strictObject({
  kind,
  id: z.string(),
  proposal: z.string(),
  author: z.string(),
  space: z.string(),
  state: z.enum(['prepared', 'signed', 'sent', 'published', 'refused']),
  sequencer: z.string(),
  ipfs: z.string().exactOptional(),
  receipt: z.string().exactOptional(),
  refusal: z.string().exactOptional(),
  refused: z.strictObject({ rule: z.string(), fix: z.string() }).exactOptional(),
});

const signingNamed = z.strictObject({ signing: named });
const space = z.string().max(4000);
const id = z.string().max(200);
const text = file;

export const publishRoutes: RoutesOf<PublishApi> = {
  'publish.settings': { input: nothing, output: settings },
  'publish.keepSettings': { input: settings, output: nothing },
  'publish.space': { input: z.strictObject({ space, from: z.string().max(200) }), output: known },
  'publish.readSpace': { input: z.strictObject({ text: file, space }), output: known },
  'publish.block': {
    input: z.strictObject({ network: named }),
    output: z.strictObject({ headBlock: z.number() }),
  },
  'publish.preflight': { input: z.strictObject({ text, known }), output: preflight },
  'publish.sign.prepare': { input: z.strictObject({ text, known, proposal, kind }), output: signing },
  'publish.sign.begin': { input: z.strictObject({ signing: named, signer }), output: signing },
  'publish.sign.state': { input: signingNamed, output: signing },
  'publish.sign.cancel': { input: signingNamed, output: signing },
  'publish.export': {
    input: z.strictObject({ text, known, proposal, safe: z.boolean().exactOptional() }),
    output: z.strictObject({
      id: z.string(),
      words,
      safeHash: z.string().exactOptional(),
      files: z.array(z.strictObject({ name: z.string(), text: z.string() })).readonly(),
    }),
  },
  'publish.import': {
    input: z.strictObject({
      proposal,
      signatures: file,
      from: z.enum(['account', 'safe', 'on-chain']),
      chainId: z.int().positive().exactOptional(),
    }),
    output: view,
  },
  'publish.send': { input: z.strictObject({ proposal, kind }), output: view },
  'publish.kept': {
    input: z.strictObject({ proposal, kind }),
    output: z.strictObject({ publication: view.nullable() }),
  },
  'publish.votes': {
    input: z.strictObject({ id, proposal: proposal.exactOptional(), count: z.int().min(1).max(1000) }),
    output: z.array(vote).readonly(),
  },
  'publish.follow': {
    input: z.strictObject({ id, proposal: proposal.exactOptional() }),
    output: status,
  },
};
