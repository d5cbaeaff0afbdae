/**
 * The engine bundle: the same bytes in the browser, Node and Electron; their sha256 is the engine id. What it exports is
 * `Engine` of the contract.
 */
import { describe, fold as foldWith } from './analysis/fold.ts';
import { assemble, metricsOf as metricsIn } from './assemble.ts';
import type { Engine } from './contract/engine.ts';
import { canonicalJson, digestOf } from './kernel/canonical.ts';
import { run } from './kernel/run.ts';
import { verdicts } from './metrics/verdicts.ts';

export const metricsOf: Engine['metricsOf'] = (spec) => metricsIn(spec).map(describe);

export const simulate: Engine['simulate'] = (spec, seed, checkpoint) =>
  run(assemble(spec), { seed, ticks: spec.ticks, ...(checkpoint ? { checkpoint } : {}) });

export const fold: Engine['fold'] = (spec, ...batch) =>
  foldWith({ metrics: metricsIn(spec), verdicts }, spec, ...batch);

export const specDigest: Engine['specDigest'] = (spec) => digestOf(canonicalJson(spec));
