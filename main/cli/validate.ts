import { Command } from 'commander';
import { checks as allChecks } from '../../sim-core/validation/index.ts';
import { type CheckVerdict, verdictOf } from '../../sim-core/validation/verdict-of.ts';
import { say, tell, textTable } from './terminal.ts';

/**
 * `validate`: holds the rules of the engine, and networks of its mechanisms, against published figures, records of chains
 * and the limits of theory; exit code 1 where one differs.
 */
export const validateCommand = (_installation?: unknown, checks = allChecks): Command =>
  new Command('validate')
    .description('check the engine against published figures, records of chains and the limits of theory')
    .option('--json', 'print one JSON document instead of text')
    .action(({ json }: { readonly json?: boolean }) => {
      const verdicts = checks.map((check) => verdictOf(check));
      const failed = verdicts.filter(({ passed }) => !passed);
      if (failed.length > 0) process.exitCode = 1;
      if (json === true) return say(JSON.stringify({ checks: verdicts }));
      say(textTable([heading, ...verdicts.map(row)]));
      say(
        `\nOf each check the number that fits worst is shown. ${verdicts.length - failed.length} of ${verdicts.length} passed.`,
      );
      for (const { id, of, unit, expected, got } of failed)
        tell(`error: ${id}, ${of}: ${got} ${unit}, not ${expected}.`);
    });

const heading = ['Check', 'numbers', 'expected', 'got', 'error', 'allowed', 'verdict'];

const row = ({ id, title, numbers, expected, got, error, tolerance, passed }: CheckVerdict): string[] => [
  `${id.padEnd(4)}${title}`,
  String(numbers),
  fullNumber(expected),
  fullNumber(got),
  errorText(error, tolerance.kind),
  errorText(tolerance.value, tolerance.kind),
  passed ? 'passed' : 'FAILED',
];

/** Twelve digits that matter: what differs in the tenth is to be seen. */
const fullNumber = (value: number): string => value.toLocaleString('en-US', { maximumSignificantDigits: 12 });

/** Errors are small: two digits are enough, and a relative one says so. */
function errorText(error: number, kind: CheckVerdict['tolerance']['kind']): string {
  if (error === 0) return '0';
  const text =
    Math.abs(error) >= 1e-3 && error < 1e6 ? String(Number(error.toPrecision(2))) : error.toExponential(1);
  return kind === 'relative' ? `${text} rel.` : text;
}
