import { type GeoPermissibleObjects, type GeoProjection, geoContains, geoEqualEarth, geoPath } from 'd3';
import { feature } from 'topojson-client';
import { otherNames } from './other-names.ts';
import { smallPlaces } from './small-places.ts';
import type { WorldTopology } from './world-topology.ts';

/** A country as the projection takes it. */
export interface CountryShape {
  /** ISO 3166-1 numeric; empty for the few territories without one. */
  readonly code: string;
  readonly name: string;
  readonly shape: GeoPermissibleObjects;
}

/** Where a region is found on the map: a country's shape, a dot, or nowhere. */
export type Whereabouts =
  | { readonly kind: 'country'; readonly country: CountryShape }
  | { readonly kind: 'dot'; readonly longitude: number; readonly latitude: number }
  | { readonly kind: 'nowhere' };

/** Nobody runs a node there, and it would take a fifth of the map. */
const antarctica = '010';

const known = new WeakMap<WorldTopology, readonly CountryShape[]>();

/** The countries of a topology; unpacked once. */
export function countriesOf(topology: WorldTopology): readonly CountryShape[] {
  const before = known.get(topology);
  if (before !== undefined) return before;
  // The file's own geometry types are wider than those of topojson-client; world-atlas holds polygons alone.
  const unpacked = feature(topology as Parameters<typeof feature>[0], topology.objects.countries as never);
  const shapes = 'features' in unpacked ? (unpacked as { features: readonly Unpacked[] }).features : [];
  const countries = shapes
    .map((shape) => ({ code: shape.id ?? '', name: shape.properties?.name ?? '', shape }))
    .filter(({ code }) => code !== antarctica);
  known.set(topology, countries);
  return countries;
}

type Unpacked = GeoPermissibleObjects & {
  readonly id?: string;
  readonly properties?: { readonly name?: string };
};

/** Finds a region by its code, or by its English name. */
export function whereIs(topology: WorldTopology, name: string, code?: string): Whereabouts {
  const wanted = code ?? otherNames[name];
  const country = countriesOf(topology).find((each) =>
    wanted === undefined ? each.name === name : each.code === wanted,
  );
  if (country !== undefined) return { kind: 'country', country };
  const place = smallPlaces[name] ?? Object.values(smallPlaces).find((each) => each.code === code);
  return place === undefined
    ? { kind: 'nowhere' }
    : { kind: 'dot', longitude: place.longitude, latitude: place.latitude };
}

export interface MapBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The world in a box of px: Equal Earth, so that areas compare (B. Šavrič, T. Patterson, B. Jenny 2018). */
export interface WorldMap {
  readonly projection: GeoProjection;
  /** `d` of a country. */
  pathOf(country: CountryShape): string;
}

/** The last map of each topology: while time or the pointer moves, the world stays where it is. */
const drawn = new WeakMap<WorldTopology, { readonly box: string; readonly map: WorldMap }>();

export function worldMap(topology: WorldTopology, box: MapBox): WorldMap {
  const key = [box.left, box.top, box.right, box.bottom].join(' ');
  const before = drawn.get(topology);
  if (before?.box === key) return before.map;
  const map = freshMap(topology, box);
  drawn.set(topology, { box: key, map });
  return map;
}

function freshMap(topology: WorldTopology, { left, top, right, bottom }: MapBox): WorldMap {
  const projection = geoEqualEarth();
  // d3 fits a collection; its members are features as topojson-client gives them.
  const all = {
    type: 'FeatureCollection',
    features: countriesOf(topology).map(({ shape }) => shape),
  } as GeoPermissibleObjects as Parameters<typeof projection.fitExtent>[1];
  projection.fitExtent(
    [
      [left, top],
      [right, bottom],
    ],
    all,
  );
  const path = geoPath(projection).digits(1);
  const paths = new Map<CountryShape, string>();
  return {
    projection,
    pathOf(country) {
      const d = paths.get(country) ?? path(country.shape) ?? '';
      paths.set(country, d);
      return d;
    },
  };
}

/** Whether a place in px lies in a country. */
export function liesIn({ projection }: WorldMap, { shape }: CountryShape, x: number, y: number): boolean {
  const place = projection.invert?.([x, y]) ?? null;
  return place !== null && geoContains(shape as Parameters<typeof geoContains>[0], place);
}
