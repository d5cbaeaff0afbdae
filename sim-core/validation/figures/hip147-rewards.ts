// Reward tables of HIP-147: helium/HIP, commit 6f6d0ba.
// Source: https://github.com/helium/HIP/blob/6f6d0ba/0147-mobile-data-eats-first.md
// Licence: Apache-2.0. Changes: columns renamed; both tables in one list.

export interface RewardRow {
  /** Hotspots that earn for coverage. */
  readonly hotspots: number;
  /** GB carried a day. */
  readonly gigabytes: number;
  /** USD per HNT. */
  readonly price: number;
  readonly legacy: Published;
  readonly proposed: Published;
}

/** As published: whole dollars a day, and dollars to the cent a hotspot and a GB. */
export interface Published {
  readonly coverage: number;
  readonly coveragePerHotspot: number;
  readonly data: number;
  readonly perGigabyte: number;
}

export const rewardRows: readonly RewardRow[] = [
  {
    hotspots: 30000,
    gigabytes: 40000,
    price: 1,
    legacy: { coverage: 3639, coveragePerHotspot: 0.12, data: 7279, perGigabyte: 0.18 },
    proposed: { coverage: 0, coveragePerHotspot: 0, data: 10918, perGigabyte: 0.27 },
  },
  {
    hotspots: 30000,
    gigabytes: 40000,
    price: 2,
    legacy: { coverage: 7279, coveragePerHotspot: 0.24, data: 14558, perGigabyte: 0.36 },
    proposed: { coverage: 1837, coveragePerHotspot: 0.06, data: 20000, perGigabyte: 0.5 },
  },
  {
    hotspots: 30000,
    gigabytes: 40000,
    price: 3,
    legacy: { coverage: 12755, coveragePerHotspot: 0.43, data: 20000, perGigabyte: 0.5 },
    proposed: { coverage: 12755, coveragePerHotspot: 0.43, data: 20000, perGigabyte: 0.5 },
  },
  {
    hotspots: 30000,
    gigabytes: 40000,
    price: 5,
    legacy: { coverage: 34592, coveragePerHotspot: 1.15, data: 20000, perGigabyte: 0.5 },
    proposed: { coverage: 34592, coveragePerHotspot: 1.15, data: 20000, perGigabyte: 0.5 },
  },
  {
    hotspots: 30000,
    gigabytes: 40000,
    price: 10,
    legacy: { coverage: 89184, coveragePerHotspot: 2.97, data: 20000, perGigabyte: 0.5 },
    proposed: { coverage: 89184, coveragePerHotspot: 2.97, data: 20000, perGigabyte: 0.5 },
  },
  {
    hotspots: 30000,
    gigabytes: 40000,
    price: 20,
    legacy: { coverage: 198369, coveragePerHotspot: 6.61, data: 20000, perGigabyte: 0.5 },
    proposed: { coverage: 198369, coveragePerHotspot: 6.61, data: 20000, perGigabyte: 0.5 },
  },
  {
    hotspots: 60000,
    gigabytes: 120000,
    price: 1,
    legacy: { coverage: 3639, coveragePerHotspot: 0.06, data: 7279, perGigabyte: 0.06 },
    proposed: { coverage: 0, coveragePerHotspot: 0, data: 10918, perGigabyte: 0.09 },
  },
  {
    hotspots: 60000,
    gigabytes: 120000,
    price: 2,
    legacy: { coverage: 7279, coveragePerHotspot: 0.12, data: 14558, perGigabyte: 0.12 },
    proposed: { coverage: 0, coveragePerHotspot: 0, data: 21837, perGigabyte: 0.18 },
  },
  {
    hotspots: 60000,
    gigabytes: 120000,
    price: 3,
    legacy: { coverage: 10918, coveragePerHotspot: 0.18, data: 21837, perGigabyte: 0.18 },
    proposed: { coverage: 0, coveragePerHotspot: 0, data: 32755, perGigabyte: 0.27 },
  },
  {
    hotspots: 60000,
    gigabytes: 120000,
    price: 5,
    legacy: { coverage: 18197, coveragePerHotspot: 0.3, data: 36395, perGigabyte: 0.3 },
    proposed: { coverage: 0, coveragePerHotspot: 0, data: 54592, perGigabyte: 0.45 },
  },
  {
    hotspots: 60000,
    gigabytes: 120000,
    price: 10,
    legacy: { coverage: 49184, coveragePerHotspot: 0.82, data: 60000, perGigabyte: 0.5 },
    proposed: { coverage: 49184, coveragePerHotspot: 0.82, data: 60000, perGigabyte: 0.5 },
  },
  {
    hotspots: 60000,
    gigabytes: 120000,
    price: 20,
    legacy: { coverage: 158369, coveragePerHotspot: 2.64, data: 60000, perGigabyte: 0.5 },
    proposed: { coverage: 158369, coveragePerHotspot: 2.64, data: 60000, perGigabyte: 0.5 },
  },
];
