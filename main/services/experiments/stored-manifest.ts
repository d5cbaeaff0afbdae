import { z } from 'zod';
import type { Described } from '../../../sim-core/contract/engine.ts';
import { canonicalJson } from '../../../sim-core/kernel/canonical.ts';
import { sampleTicks } from '../../../sim-core/kernel/sampling.ts';
import type { ScenarioDocument } from '../../../sim-core/scenario/scenario-document.ts';
import { jsonIn } from '../json-in.ts';
import { nativeDigest } from '../native-digest.ts';
import { manifestParameters } from '../results/manifest-parameters.ts';
import { breakdown, metric, parameter, scenario } from '../results/manifest-parts.ts';

/** A spec whose runs are kept together, and what it reports. */
export interface StoredSpec {
  readonly specDigest: string;
  readonly document: ScenarioDocument;
  readonly described: Described;
}

const format = 'depin-studio/runs/1';

/** `manifest.json` of a spec's runs: what they are of, and what the columns in the files of its seeds are. */
export const storedManifest = z.object({
  format: z.literal(format),
  /** Over the canonical JSON of all the rest. */
  digest: z.string(),
  engineId: z.string(),
  specDigest: z.string(),
  scenario,
  overlays: z.array(z.string()),
  startDay: z.number(),
  ticks: z.number(),
  /** Ticks on which breakdowns were sampled. */
  sampleTicks: z.array(z.number()),
  metrics: z.array(metric),
  breakdowns: z.array(breakdown),
  /** In words, each with where its value comes from: a report of these runs says it. */
  parameters: z.array(parameter),
  spec: z.unknown(),
});

export type StoredManifest = z.infer<typeof storedManifest>;

/** The manifest as the text of its file. */
export function storedManifestText(
  engineId: string,
  { specDigest, document, described }: StoredSpec,
): string {
  const { spec, metadata } = document;
  const { id, version, startDay, ticks } = spec;
  const manifest = {
    format,
    engineId,
    specDigest,
    scenario: { id, version, title: metadata.title, question: metadata.question },
    overlays: metadata.overlays ?? [],
    startDay,
    ticks,
    sampleTicks: sampleTicks(ticks),
    metrics: described.metrics,
    breakdowns: described.breakdowns,
    parameters: manifestParameters(document),
    spec,
  };
  return `${JSON.stringify({ ...manifest, digest: nativeDigest(canonicalJson(manifest)) })}\n`;
}

/** The manifest in the bytes of a file; undefined where it is cut off or changed. */
export function parseStoredManifest(bytes: Uint8Array): StoredManifest | undefined {
  const read = storedManifest.safeParse(jsonIn(bytes));
  if (!read.success) return undefined;
  const { digest, ...rest } = read.data;
  return digest === nativeDigest(canonicalJson(rest)) ? read.data : undefined;
}

/** What the runs of this spec and engine report, from the bytes of their manifest; undefined where it is not theirs. */
export function readStoredManifest(
  key: { readonly engineId: string; readonly specDigest: string },
  bytes: Uint8Array,
): Described | undefined {
  const manifest = parseStoredManifest(bytes);
  if (manifest === undefined) return undefined;
  if (manifest.engineId !== key.engineId || manifest.specDigest !== key.specDigest) return undefined;
  return { metrics: manifest.metrics.map(withoutGap), breakdowns: manifest.breakdowns.map(withoutGap) };
}

/** Without the key `gaps` where it says nothing: zod spells an absent key as one that may be undefined. */
const withoutGap = <T extends { gaps?: string | undefined }>({ gaps, ...rest }: T) => ({
  ...rest,
  ...(gaps === undefined ? {} : { gaps }),
});
