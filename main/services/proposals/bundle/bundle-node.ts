import { CID } from 'multiformats/cid';
import { z } from 'zod';
import type { BundleManifest } from './bundle-content.ts';
import { bundleLimits } from './bundle-limits.ts';

/** The first of a bundle's blocks says what kind of bundle it is. */
export const bundleFormat = 'depin-studio/bundle/1';

const link = z.custom<CID>(
  (value) => typeof value === 'object' && value !== null && CID.asCID(value) !== null,
);
const hash = z.string().regex(/^sha256:[0-9a-f]{64}$/);

/** A file: how many bytes it has, and its pieces in order. */
const file = z.strictObject({
  size: z.int().min(0).max(bundleLimits.bytes),
  parts: z.array(link).max(bundleLimits.blocks),
});

const files = z.array(z.strictObject({ name: z.string().max(200), file })).max(bundleLimits.files);

const scenario = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\/[a-z0-9-]+)?$/)
    .max(200),
  version: z.int().min(0).max(999_999),
  digest: hash,
  /** Canonical JSON. */
  spec: file,
  files,
});

/** The block that names all others. */
export const bundleNode = z.strictObject({
  format: z.literal(bundleFormat),
  base: scenario,
  proposal: scenario.exactOptional(),
  code: z.array(z.strictObject({ name: z.string().max(200), id: hash, file })).max(bundleLimits.files),
  experiment: file.exactOptional(),
  /** Canonical JSON. */
  manifest: file,
  metrics: file,
});

export type BundleNode = z.infer<typeof bundleNode>;
export type FileNode = z.infer<typeof file>;

const runs = z.strictObject({
  specDigest: hash,
  digest: hash,
  seeds: z.array(z.strictObject({ seed: z.string().max(20), digest: hash })).max(bundleLimits.seeds),
});

export const bundleManifest: z.ZodType<BundleManifest> = z.strictObject({
  engine: z.strictObject({ version: z.string().max(60), id: hash }),
  seeds: z.string().max(40),
  runs: z.strictObject({ base: runs, proposal: runs }),
});
