import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AccountLedger } from './ledger.ts';

it('conserves tokens whatever the flows: genesis + minted - burned = the sum of accounts', () => {
  const account = fc.constantFrom('a', 'b', 'c');
  const flow = fc.record({
    kind: fc.constantFrom('mint', 'burn', 'move'),
    from: account,
    to: account,
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(flow, { maxLength: 200 }), (flows) => {
      const ledger = new AccountLedger({ a: 1e6, b: 3, c: 0 });
      for (const { kind, from, to, share } of flows) {
        if (kind === 'mint') ledger.mint(to, share * 1000, 'test');
        if (kind === 'burn') ledger.burn(from, share * ledger.balance(from), 'test');
        if (kind === 'move') ledger.move(from, to, share * ledger.balance(from), 'test');
      }
      const held = ledger.balance('a') + ledger.balance('b') + ledger.balance('c');
      expect(Math.abs(held - (ledger.genesis + ledger.minted - ledger.burned))).toBeLessThan(
        1e-9 * (1e6 + 1000 * 200),
      );
      expect(ledger.balances()).toBe(true);
    }),
  );
});

it('refuses amounts that are not, accounts that are not, and more than there is', () => {
  const ledger = new AccountLedger({ a: 10 });
  expect(() => ledger.mint('a', -1, 'test')).toThrow('"test" is -1 tokens.');
  expect(() => ledger.burn('a', Number.NaN, 'test')).toThrow('"test" is NaN tokens.');
  expect(() => ledger.mint('a', Number.POSITIVE_INFINITY, 'test')).toThrow('"test" is Infinity tokens.');
  expect(() => ledger.balance('z')).toThrow('There is no account "z".');
  expect(() => ledger.burn('a', 10.1, 'test')).toThrow('takes 10.1 tokens from a, which holds 10.');
  expect(ledger.balance('a')).toBe(10);
});

it('notices a token out of nowhere', () => {
  const ledger = new AccountLedger({ a: 10 });
  ledger.numbers[5] = 10.1;
  expect(ledger.balances()).toBe(false);
});
