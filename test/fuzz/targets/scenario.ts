import { openScenario } from '../../../sim-core/scenario/open-scenario.ts';
import { fileText, smallText, textsUnder } from '../good.ts';
import { mutated } from '../mutated.ts';
import { plain } from '../plain.ts';
import type { Target } from '../target.ts';

/** Text of a scenario file, as anybody may send one. */
export const scenario = (): Target => {
  const small = smallText();
  const encode = new TextEncoder();
  return {
    name: 'scenario',
    share: 2,
    inputs: mutated([small, small, small, ...textsUnder('scenarios', 'scenario.yaml', 6000)]),
    async try(input) {
      const read = await openScenario(
        async (name) => {
          if (name === 'x.yaml') return { kind: 'bytes', bytes: encode.encode(input) };
          const known = ['data/regions.csv', 'data/weekly.csv'].includes(name);
          if (!known) return { kind: 'missing' };
          return { kind: 'bytes', bytes: encode.encode(fileText('test/fixtures/scenarios/small', name)) };
        },
        'x.yaml',
        'x.yaml',
      );
      if (!read.ok) for (const problem of read.problems) plain(problem);
    },
  };
};
