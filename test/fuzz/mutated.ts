import fc from 'fast-check';

/** What texts are bent with: signs of every format, names that objects have of themselves, numbers at the edge. */
const pieces = [
  ...'{ } [ ] : , - ? & * ! | > " \' # % @ ` = + ~ / \\ ; < ( ) . 0 1 e'.split(' '),
  ...[
    '\n',
    '\r\n',
    '\t',
    ' ',
    '\n  ',
    ': ',
    '- ',
    '&a ',
    '*a',
    '<<: *a',
    '---\n',
    '\u0000',
    '\ud800',
    '\ufeff',
  ],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'null', 'true', 'undefined', '.nan', '-.inf'],
  ...['1e999', '-1', '0', '1e-320', '9007199254740993', '0x7fffffffffffffff', '1_000', '½', '٣', 'Infinity'],
  ...[
    '2024-02-30',
    '0000-01-01',
    '9999-12-31',
    '../',
    '..\\',
    '/etc/passwd',
    'file:',
    'C:',
    'CON',
    '%2e%2e',
    '%00',
  ],
  ...['=1+1', '<script>', '$', '{x}', '\u202e', '💥', 'a'.repeat(300)],
];

/** Characters that a text may grow by. */
const longest = 500_000;

interface Bend {
  readonly at: number;
  readonly cut: number;
  readonly how: 'replace' | 'insert' | 'double' | 'move' | 'repeat' | 'grow';
  readonly piece: string;
  readonly times: number;
}

const bend: fc.Arbitrary<Bend> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat(60),
  how: fc.constantFrom('replace', 'replace', 'insert', 'insert', 'double', 'move', 'repeat'),
  piece: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...pieces) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
    { weight: 1, arbitrary: fc.double().map(String) },
  ),
  times: fc.nat(100),
});

function bent(text: string, { at, cut, how, piece, times }: Bend): string {
  const from = Math.floor(at * text.length);
  const [before, taken, after] = [text.slice(0, from), text.slice(from, from + cut), text.slice(from + cut)];
  if (how === 'replace') return before + piece + after;
  if (how === 'insert') return before + piece + taken + after;
  if (how === 'double') return before + taken + taken + after;
  if (how === 'move') return before + after + taken;
  // What takes the square of its length shows only where something is long.
  if (how === 'grow')
    return (
      before +
      Array.from(
        { length: Math.min(times * 300, Math.floor(longest / (8 + piece.length))) },
        (_, index) => `${taken.slice(0, 8)}${piece}${index}`,
      ).join('') +
      after
    );
  return before + (taken + piece).repeat(times) + after;
}

/** Now and then; it is dear. */
const rarely = fc.tuple(bend, fc.constantFrom<Bend['how']>('grow')).map(([each, how]) => ({ ...each, how }));

/** Good texts bent in up to six places, and texts of nothing but what they are bent with. */
export const mutated = (good: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 12,
      arbitrary: fc
        .tuple(
          fc.constantFrom(...good),
          fc.array(fc.oneof({ weight: 400, arbitrary: bend }, { weight: 1, arbitrary: rarely }), {
            maxLength: 6,
          }),
        )
        .map(([text, bends]) => bends.reduce(bent, text)),
    },
    {
      weight: 1,
      arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((all) => all.join('')),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  );
