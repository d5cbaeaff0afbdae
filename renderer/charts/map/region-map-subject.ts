import type { WorldTopology } from './world-topology.ts';

/** One number for each region, on one day. */
export interface RegionMapSubject {
  /** What is measured, such as "Active providers". */
  readonly title: string;
  readonly definition: string;
  readonly unit: string;
  /** In words, such as "on 2024-03-01". */
  readonly when: string;
  readonly regions: readonly RegionValue[];
  /** Shapes of the countries: `world-atlas/countries-110m.json`, loaded by who shows the map. */
  readonly topology: WorldTopology;
  /** Ends of the colour scale, so that maps of several days can be compared; absent: those of the regions. */
  readonly scale?: { readonly low: number; readonly high: number };
}

export interface RegionValue {
  /** English name of the country, as in the scenario's table of regions. */
  readonly name: string;
  /** NaN where the region has none. */
  readonly value: number;
  /** ISO 3166-1 numeric code, such as `840`; absent: found by the name. */
  readonly code?: string;
}
