import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';

const strict = new TextDecoder('utf-8', { fatal: true });

it('agrees with the platform on every sequence of bytes without a NUL', () => {
  const bytes = fc.uint8Array({ min: 1, maxLength: 12 });
  const nearText = fc.array(
    fc.constantFrom(
      0x41,
      0xc3,
      0xa4,
      0xe2,
      0x82,
      0xac,
      0xf0,
      0x9f,
      0x98,
      0x80,
      0xed,
      0xa0,
      0xef,
      0xbb,
      0xbf,
      0xf4,
      0x90,
      0xc0,
      0xe0,
    ),
    { maxLength: 9 },
  );
  const check = (some: Uint8Array) => {
    const decoded = decodeText(some);
    let expected: string | undefined;
    try {
      expected = strict.decode(some);
    } catch {
      expected = undefined;
    }
    expect(decoded.ok ? decoded.text : undefined).toBe(expected);
  };
  fc.assert(fc.property(bytes, check), { numRuns: 2000 });
  fc.assert(
    fc.property(nearText, (some) => check(Uint8Array.from(some))),
    { numRuns: 5000 },
  );
});

it('says where text ends', () => {
  expect(decodeText(Uint8Array.of(0x41, 0x42, 0xff))).toEqual({
    ok: false,
    offset: 2,
    because: 'is not UTF-8',
  });
  expect(decodeText(Uint8Array.of(0x41, 0))).toEqual({ ok: false, offset: 1, because: 'holds a NUL byte' });
});

it('reads texts longer than a chunk', () => {
  const text = 'ä€😀x'.repeat(20_000);
  expect(decodeText(new TextEncoder().encode(text))).toEqual({ ok: true, text });
});
