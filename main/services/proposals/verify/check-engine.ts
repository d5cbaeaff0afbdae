import { type EvidenceBlock, shortHash } from '../../../../sim-core/evidence/evidence-block.ts';
import type { Bench } from './bench.ts';
import { type NeededCode, needsCode } from './beside.ts';
import type { CheckedLine } from './verification.ts';

/** What became of a line before anything ran. */
export interface Finding extends Pick<CheckedLine, 'standing' | 'here' | 'why'> {
  /** Code that has to be trusted first. */
  readonly needs?: NeededCode;
}

/** The engine of the block: the one that is here, or another that was found and may run. */
export function checkEngine({ id, version }: EvidenceBlock['engine'], { engine, beside }: Bench): Finding {
  const here = `sim-core ${engine.version} ${shortHash(engine.id)}`;
  if (id === shortHash(engine.id)) {
    if (version === engine.version) return { standing: 'holds' };
    return { standing: 'differs', here, why: 'The engine of this hash has another version.' };
  }
  const other = beside?.engine;
  if (other === undefined)
    return {
      standing: 'cannot-run',
      here,
      why: `Engine ${version} (${id}) is not here: take the file of that hash from the release that has it, and name it or its folder (--engine, or the settings of the studio).`,
    };
  if (other.released === undefined && beside?.trusted(other.id) !== true) {
    const needs = { kind: 'engine', name: version, id: other.id, text: other.text } as const;
    return {
      standing: 'cannot-run',
      here,
      why: `${needsCode(other.id)} It is on no list of released engines.`,
      needs,
    };
  }
  if (other.released !== undefined && other.released !== version)
    return {
      standing: 'differs',
      here: `sim-core ${other.released} ${shortHash(other.id)}`,
      why: 'The engine of this hash has another version.',
    };
  return { standing: 'holds' };
}
