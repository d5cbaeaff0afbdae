import type { VerdictRule } from '../contract/verdict-rule.ts';
import { cheaper } from './verdicts/cheaper.ts';
import { decentralised } from './verdicts/decentralised.ts';
import { growing } from './verdicts/growing.ts';
import { noSpiral } from './verdicts/no-spiral.ts';
import { paidFairly } from './verdicts/paid-fairly.ts';
import { solvent } from './verdicts/solvent.ts';
import { sustainable } from './verdicts/sustainable.ts';

/** Every verdict, in the order in which they are shown. */
export const verdicts: readonly VerdictRule[] = [
  sustainable,
  growing,
  solvent,
  decentralised,
  paidFairly,
  cheaper,
  noSpiral,
];
