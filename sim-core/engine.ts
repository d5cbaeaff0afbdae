/**
 * The engine bundle: the same bytes in the browser, Node and Electron; their sha256 is the engine id. What it exports is
 * `Engine` of the contract.
 */
import { describe, describeBreakdown, fold as foldDescribed } from './analysis/fold.ts';
import { assemble, breakdownsOf, type Known, metricsOf, shipped } from './assemble.ts';
import type { Engine, Simulator } from './contract/engine.ts';
import { extended } from './extended.ts';
import { canonicalJson, digestOf } from './kernel/canonical.ts';
import { run } from './kernel/run.ts';
import { kit } from './kit.ts';
import { verdicts } from './metrics/verdicts.ts';
import { differences } from './stage.ts';

const simulatorOf = (known: Known): Simulator => {
  const describedOf: Simulator['describedOf'] = (spec) => ({
    metrics: metricsOf(spec, known).map(describe),
    breakdowns: breakdownsOf(spec, known).map(describeBreakdown),
  });
  return {
    describedOf,
    simulate: (spec, seed, checkpoint) =>
      run(assemble(spec, known), { seed, ticks: spec.ticks, ...(checkpoint ? { checkpoint } : {}) }),
    fold: (spec, seeds, results, failures, described = describedOf(spec)) =>
      foldDescribed({ ...described, verdicts }, spec, seeds, results, failures),
    specDigest: (spec) => digestOf(canonicalJson(spec)),
  };
};

export const { describedOf, simulate, fold, specDigest } = simulatorOf(shipped);

export const extend: Engine['extend'] = (modules) => {
  const { own, declarations, ...known } = extended(shipped, modules, kit);
  const performed = () =>
    own.flatMap((each) =>
      each.examples.map((example) => ({
        mechanism: each.id,
        says: example.says,
        differences: differences(each, example),
      })),
    );
  return { ...simulatorOf(known), declarations, performed };
};
