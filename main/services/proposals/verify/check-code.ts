import type { Code } from '../../../../sim-core/contract/extension.ts';
import { type EvidenceBlock, shortHash } from '../../../../sim-core/evidence/evidence-block.ts';
import { type Beside, needsCode } from './beside.ts';
import type { Finding } from './check-engine.ts';

/**
 * Each module that a block names, held against those that are here: one that came in a bundle may run only where its hash is trusted. A
 * project's own, without a bundle, was asked about where the project was read.
 */
export function checkCode(
  named: EvidenceBlock['code'],
  code: readonly Code[],
  trusted?: Beside['trusted'],
): readonly Finding[] {
  return named.map(({ name, id }): Finding => {
    const found = code.find((each) => each.name === name);
    if (found === undefined || shortHash(found.id) !== id) {
      const here = found === undefined ? {} : { here: `${name} ${shortHash(found.id)}` };
      return { standing: 'cannot-run', ...here, why: needsCode(id) };
    }
    if (trusted === undefined || trusted(found.id)) return { standing: 'holds' };
    return {
      standing: 'cannot-run',
      why: needsCode(found.id),
      needs: { kind: 'module', name, id: found.id, text: found.text },
    };
  });
}
