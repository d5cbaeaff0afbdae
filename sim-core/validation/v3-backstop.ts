import { max, min } from '../kernel/math.ts';
import { overflow, supplementOn, topUp, worth } from '../mechanisms/emission/floor-and-cap-rule.ts';
import { sources } from '../mechanisms/sources.ts';
import { check } from './check.ts';

const emission = 20_548;
const netCap = 1644;
const spentUsd = 9100;
const networkShare = 0.8927;
const smoothed = [0, 3e-6, 1644, 1644.00000001, 50_000, 91_000];
const prices = [0.05, 0.1, 0.2, 0.33, 1, 1.97, 2.5, 5];

/** The backstop of HIP-149: floor, cap, overflow and supplement, in the cases that its program is tested with. */
export const backstop = check({
  id: 'V3',
  title: 'HIP-149 floor, cap, top-up, overflow and supplement',
  unit: 'token/day',
  source: sources.heliumProgram,
  tolerance: {
    kind: 'absolute',
    value: 1e-6,
    because: 'The program counts in 1e-8 HNT; larger where it says so.',
  },
  expected: [
    { of: 'price 1: top-up', value: 0 },
    { of: 'price 1: cap', value: 27_300 },
    { of: 'price 0.10, burns 91,000: reaches providers', value: 45_500, within: 50 },
    { of: 'price 2.50: top-up', value: 0 },
    { of: 'price 2.50: cap', value: 10_920, within: 5 },
    { of: 'floor price 0.90, cap price 1: cap', value: 27_300, within: 5 },
    { of: 'bucket 13,870 over the cap of 10,920: overflow', value: 2950, within: 5 },
    { of: 'overflow within the escrow', value: 10_000 },
    { of: 'nothing reaches providers: top-up', value: 0 },
    { of: 'nothing reaches providers: all rewards', value: 22_192 },
    { of: 'figures of the HIP, price 0.10: top-up without bound', value: 50_608, within: 0.5 },
    { of: 'figures of the HIP, price 0.025: top-up without bound', value: 269_008, within: 0.5 },
    { of: 'most re-emitted beyond what was burned', value: 0 },
    { of: 'prices at which floor and cap both bind', value: 0 },
    { of: 'price 0.10, burns 9,100: top-up', value: 7456 },
    { of: 'supplement in all, "about 141 million"', value: 141_000_000, within: 500_000 },
  ],
  constants: { floor: 0.5, cap: 3, bucket: 0.7, supplement: 196_000, flatDays: 360, taperDays: 720 },
  compute({ floor, cap, bucket, supplement, flatDays, taperDays }) {
    const base = (burned: number) => emission + min(burned, netCap);
    const floorAt = (price: number) => worth(spentUsd, floor, price);
    const capAt = (price: number) => worth(spentUsd, cap, price);
    const topUpAt = (price: number, burned: number, share = networkShare) =>
      topUp(base(burned), share * bucket, floorAt(price), burned, netCap);
    const delivered = (price: number, burned: number) =>
      (base(burned) + topUpAt(price, burned)) * networkShare * bucket;
    const unbounded = (price: number) => topUp(13_870 / 0.625, 0.625, floorAt(price), 1e12, 0);
    const beyondBurns = smoothed.map((burned) => min(burned, netCap) + topUpAt(0.1, burned) - burned);
    const both = prices.filter(
      (price) => topUpAt(price, 91_000) > 0 && delivered(price, 91_000) > capAt(price),
    );
    let supplied = 0;
    for (let day = 0; day < 2000; day++) supplied += supplementOn(day, supplement, flatDays, taperDays);
    return [
      topUpAt(1, 1644),
      capAt(1),
      delivered(0.1, 91_000),
      topUpAt(2.5, 1644),
      capAt(2.5),
      capAt(1),
      overflow((13_870 / 0.7) * bucket, capAt(2.5), 1e12),
      overflow(bucket * 100_000, 1e-8, 10_000),
      topUpAt(0.1, 91_000, 0),
      base(91_000) + topUpAt(0.1, 91_000, 0),
      unbounded(0.1),
      unbounded(0.025),
      beyondBurns.reduce((a, b) => max(a, b)),
      both.length,
      topUpAt(0.1, 9100),
      supplied,
    ];
  },
});
