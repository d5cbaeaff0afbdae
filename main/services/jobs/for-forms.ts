import type { Problem } from '../../../sim-core/contract/errors.ts';
import type { JobKind } from '../../api/jobs/experiment-asked.ts';
import type { FieldProblem } from '../../api/jobs/jobs-api.ts';
import { fieldAt } from './field-at.ts';

const sections: Readonly<Record<JobKind, readonly string[]>> = {
  sweep: [],
  sensitivity: ['sensitivity'],
  optimise: [],
  calibrate: ['fit'],
  flip: ['flip'],
};

/** Flags of the command line, which services name in their advice: what they are called in a form, and the key of a file that they are. */
const flags: Readonly<Record<string, { readonly called: string; readonly key: string }>> = {
  '--budget': { called: 'Runs', key: 'budget' },
  '--hold-out': { called: 'Held out', key: 'holdOut' },
  '--date-column': { called: 'the date column', key: 'dateColumn' },
  '--factors': { called: 'the parameters', key: 'factors' },
  '--map': { called: 'the columns', key: 'columns' },
};

/** A problem of an experiment as a form shows it: with the part of the form that it is in, and its advice in the words of the form. */
export function forForms(kind: JobKind, file: string, text: string, problem: Problem): FieldProblem {
  const { where, hint } = problem;
  const flag = flags[where ?? ''];
  const ofFile = where?.startsWith(file) === true ? fieldAt(text, where) : [];
  const ofSeeds = where === '--seeds' ? ['seeds'] : ofFile;
  const field = flag === undefined ? ofSeeds : [...sections[kind], flag.key];
  return { ...problem, ...(hint === undefined ? {} : { hint: inWords(hint) }), field };
}

function inWords(hint: string): string {
  let words = hint.replaceAll('--seeds', 'Seeds');
  for (const [flag, { called }] of Object.entries(flags)) words = words.replaceAll(flag, called);
  return words;
}
