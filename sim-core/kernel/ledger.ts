import { StudioError } from '../contract/errors.ts';
import type { Ledger } from '../contract/ledger.ts';
import { abs, max } from './math.ts';

/** Rounding that column sums may differ by from an account's balance, relative to all tokens. */
const tolerance = 1e-9;

/** A ledger over named accounts. Its numbers live in one array, so that a checkpoint is a copy. */
export class AccountLedger implements Ledger {
  readonly #index = new Map<string, number>();
  /** genesis, minted, burned, minted today, burned today, then one balance per account. */
  readonly numbers: Float64Array;

  constructor(accounts: Readonly<Record<string, number>>) {
    const names = Object.keys(accounts);
    this.numbers = new Float64Array(5 + names.length);
    for (const [i, name] of names.entries()) {
      this.#index.set(name, 5 + i);
      const amount = accounts[name];
      this.numbers[5 + i] = amount;
      this.numbers[0] = this.genesis + amount;
    }
  }

  get genesis(): number {
    return this.numbers[0];
  }
  get minted(): number {
    return this.numbers[1];
  }
  get burned(): number {
    return this.numbers[2];
  }
  get mintedToday(): number {
    return this.numbers[3];
  }
  get burnedToday(): number {
    return this.numbers[4];
  }

  balance(account: string): number {
    return this.numbers[this.#at(account)];
  }

  mint(to: string, amount: number, reason: string): void {
    this.#check(amount, reason);
    this.#add(this.#at(to), amount);
    this.#add(1, amount);
    this.#add(3, amount);
  }

  burn(from: string, amount: number, reason: string): void {
    this.#take(from, amount, reason);
    this.#add(2, amount);
    this.#add(4, amount);
  }

  move(from: string, to: string, amount: number, reason: string): void {
    this.#take(from, amount, reason);
    this.#add(this.#at(to), amount);
  }

  /** Begins a day: the day's totals start at zero. */
  open(): void {
    this.numbers[3] = 0;
    this.numbers[4] = 0;
  }

  /** |sum of accounts - (genesis + minted - burned)| relative to all tokens ever. */
  imbalance(): number {
    let held = 0;
    for (let i = 5; i < this.numbers.length; i++) held += this.numbers[i];
    return abs(held - (this.genesis + this.minted - this.burned)) / max(1, this.genesis + this.minted);
  }

  /** Whether every token is somewhere and no account is below zero. */
  balances(): boolean {
    return this.imbalance() <= tolerance;
  }

  #take(from: string, amount: number, reason: string): void {
    this.#check(amount, reason);
    const at = this.#at(from);
    const left = this.numbers[at] - amount;
    if (left < -tolerance * max(1, this.genesis + this.minted)) {
      throw new StudioError({
        code: 'ledger.overdrawn',
        message: `"${reason}" takes ${amount} tokens from ${from}, which holds ${amount + left}.`,
      });
    }
    this.numbers[at] = left;
  }

  #add(at: number, amount: number): void {
    this.numbers[at] = this.numbers[at] + amount;
  }

  #at(account: string): number {
    const at = this.#index.get(account);
    if (at === undefined) {
      throw new StudioError({
        code: 'ledger.unknown-account',
        message: `There is no account "${account}".`,
        hint: `Accounts are ${[...this.#index.keys()].join(', ')}.`,
      });
    }
    return at;
  }

  #check(amount: number, reason: string): void {
    if (amount >= 0 && amount < Infinity) return;
    throw new StudioError({
      code: 'ledger.bad-amount',
      message: `"${reason}" is ${amount} tokens.`,
      hint: 'A flow is a finite amount that is not negative.',
    });
  }
}
