/**
 * The engine bundle: the same bytes in the browser, Node and Electron; their sha256 is the engine id. What it exports is
 * `Engine` of the contract.
 */
import { describe, fold as foldWith } from './analysis/fold.ts';
import { assemble } from './assemble.ts';
import type { Engine } from './contract/engine.ts';
import { canonicalJson, digestOf } from './kernel/canonical.ts';
import { run } from './kernel/run.ts';
import { metrics } from './metrics/index.ts';
import { verdicts } from './metrics/verdicts.ts';

export const metricsOf: Engine['metricsOf'] = () => metrics.map(describe);

export const simulate: Engine['simulate'] = (spec, seed, checkpoint) =>
  run(assemble(spec), { seed, ticks: spec.ticks, ...(checkpoint ? { checkpoint } : {}) });

export const fold: Engine['fold'] = (...batch) => foldWith({ metrics, verdicts }, ...batch);

export const specDigest: Engine['specDigest'] = (spec) => digestOf(canonicalJson(spec));
