import { parseEvidence } from '../../../sim-core/evidence/parse-evidence.ts';

/** The id of the scenario that a text's evidence begins from; undefined where it has none that can be read. */
export function baseOf(text: string): string | undefined {
  const found = parseEvidence(text);
  return found.ok ? found.block.base.id : undefined;
}
