import { beforeAll, describe, expect, it } from 'vitest';
import { nodeFiles } from '../../main/ports/node-files.ts';
import { listOverlays } from '../../main/services/overlays.ts';
import { simulate } from '../../sim-core/engine.ts';
import { applyOverlays, type Overlay } from '../../sim-core/scenario/overlay.ts';
import type { ScenarioDocument } from '../../sim-core/scenario/scenario-document.ts';
import { finish } from '../golden/finish.ts';
import { shippedIds, smaller } from '../golden/shipped.ts';
import { installation } from '../golden/specs.ts';

/** Strikes on the tenth day, so that a short run sees it. */
function soon(overlay: Overlay): Overlay {
  const uses = overlay.uses.map((use) => ({ ...use, parameters: { ...use.parameters, after: 10 } }));
  return { ...overlay, uses };
}

let overlays: readonly Overlay[];
beforeAll(async () => {
  overlays = (await listOverlays(nodeFiles, installation.scenarios)).map(soon);
});

describe.each(shippedIds())('%s', (id) => {
  let document: ScenarioDocument;
  beforeAll(async () => {
    document = await smaller(id, 60, 300);
  });

  it('runs under each overlay that fits and breaks no invariant; most change the result of a short run', () => {
    const { digest } = finish(simulate(document.spec, '1'));
    const fitting = overlays.flatMap((overlay) => {
      const laid = applyOverlays(document, [overlay]);
      return laid.ok ? [finish(simulate(laid.document.spec, '1')).digest] : [];
    });
    expect(fitting.length).toBeGreaterThan(0);
    // A few rows may hold nobody who spoofs, and nothing shipped late arrives within the run.
    expect(fitting.filter((each) => each !== digest).length).toBeGreaterThanOrEqual(fitting.length / 2);
  });

  it('says why the others do not fit', () => {
    for (const overlay of overlays) {
      const laid = applyOverlays(document, [overlay]);
      if (laid.ok) continue;
      for (const { message, hint } of laid.problems)
        expect(`${message} ${hint}`).toMatch(/^shocks\.\S+ .+\. \S/);
    }
  });

  it('runs under all that fit at once', () => {
    const fitting = overlays.filter((overlay) => applyOverlays(document, [overlay]).ok);
    const laid = applyOverlays(document, fitting);
    if (!laid.ok) throw new Error(JSON.stringify(laid.problems));
    expect(finish(simulate(laid.document.spec, '1')).columns[0]).toHaveLength(document.spec.ticks);
  });
});
