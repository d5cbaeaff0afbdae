import { table } from '../../contract/parameter.ts';
import { abs } from '../../kernel/math.ts';

const multiple = (label: string) => ({ kind: 'number', label, unit: '1', min: 0, max: 1e6 }) as const;

/** Kinds of hardware: what a device of each gives, costs and draws, over what the other parameters say. */
export const hardwareClasses = table({
  label: 'Hardware classes',
  unit: 'row',
  why: 'Kinds of device and how common they are: multiples of the capacity, price and power given here. By default all are alike.',
  columns: {
    name: { kind: 'text', label: 'Class' },
    share: { kind: 'number', label: 'Share of providers', unit: 'share', min: 0, max: 1 },
    capacity: multiple('Capacity, multiple'),
    price: multiple('Price, multiple'),
    power: multiple('Power, multiple'),
  },
  default: { name: ['standard'], share: [1], capacity: [1], price: [1], power: [1] },
});

/** Rows of regions and of classes are bytes. */
const most = 256;

/** Why shares of providers cannot be; `undefined` where they sum to 1. */
export function sharesRefused<Parameter extends string>(
  parameter: Parameter,
  share: readonly number[],
): { readonly parameter: Parameter; readonly message: string; readonly hint: string } | undefined {
  if (share.length > most) {
    const message = `There are ${share.length} ${parameter}.`;
    return { parameter, message, hint: `At most ${most} can be told apart: put small ones together.` };
  }
  const total = share.reduce((a, b) => a + b, 0);
  if (abs(total - 1) < 1e-6) return undefined;
  return {
    parameter,
    message: `The shares of the ${parameter} sum to ${total}.`,
    hint: 'They must sum to 1.',
  };
}

/** The row whose part of the cumulative shares holds `u`. */
export function rowAt(shares: readonly number[], u: number): number {
  let total = 0;
  for (const [row, share] of shares.entries()) {
    total += share;
    if (u < total) return row;
  }
  return shares.length - 1;
}
