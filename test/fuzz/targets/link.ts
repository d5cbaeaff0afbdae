import { readLink } from '../../../main/electron/system/deep-link.ts';
import { mutated } from '../mutated.ts';
import { judge } from '../plain.ts';
import type { Target } from '../target.ts';

/** A link to the desktop app, which any page may hold. */
export const link = (): Target => ({
  name: 'link',
  share: 26,
  inputs: mutated([
    'depin-studio://verify?text=%23%20A%20proposal&name=mine',
    'depin-studio://verify?text=x',
    'depin-studio://verify/?name=a&text=%0A%0Ab#',
    'DePIN-Studio://user@verify:80/x?text=x',
  ]),
  try(input) {
    try {
      const asked = readLink(input);
      if (asked.kind !== 'file' || !/^[^/\\:]+\.md$/u.test(asked.name))
        throw new Error(`it asks for ${JSON.stringify(asked)}`);
    } catch (thrown) {
      judge(thrown);
    }
  },
});
