import type { CheckedLine, Verification } from '../../services/proposals/verify/verification.ts';

const signs: Readonly<Record<CheckedLine['standing'], string>> = {
  holds: 'ok     ',
  differs: 'DIFFERS',
  'cannot-run': 'MISSING',
  'not-reached': '-      ',
};

const endings: Readonly<Record<Verification['outcome'], string>> = {
  reproduced: 'Reproduced: every line holds on this machine, bit for bit.',
  differs: 'Not reproduced: a line differs.',
  'cannot-run': 'It cannot be run here: something is missing, named above.',
};

/** Every line of the evidence with what became of it, then the answer. */
export function verificationReport({ outcome, lines, needs }: Verification): string {
  const told = lines.flatMap(({ number, text, standing, here, why }) => [
    `${signs[standing]}  line ${String(number).padStart(3)}  ${text}`,
    ...(here === undefined ? [] : [`                   here: ${here}`]),
    ...(why === undefined ? [] : [`                   ${why}`]),
  ]);
  const waiting = needs.map(({ id, name }) => `needs code ${id}  ${name}`);
  const trusting =
    waiting.length === 0
      ? []
      : [
          '',
          ...waiting,
          'Read it (`bundle import` unpacks a bundle). If you trust it, add --trust and the hash.',
        ];
  return [...told, '', endings[outcome], ...trusting].join('\n');
}
