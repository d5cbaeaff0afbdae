import { parseEvidence } from '../../../sim-core/evidence/parse-evidence.ts';
import { exampleProposal } from '../../example-evidence.ts';
import { mutated } from '../mutated.ts';
import { plain } from '../plain.ts';
import type { Target } from '../target.ts';

/** Text of a proposal that carries evidence. */
export const evidence = (): Target => ({
  name: 'evidence',
  share: 26,
  inputs: mutated([exampleProposal]),
  try(input) {
    const read = parseEvidence(input);
    if (!read.ok) for (const problem of read.problems) plain(problem);
  },
});
