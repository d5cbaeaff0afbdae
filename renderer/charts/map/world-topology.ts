/** The part of a TopoJSON file that the map reads, as the files of world-atlas have it. */
export interface WorldTopology {
  readonly type: 'Topology';
  readonly arcs: number[][][];
  readonly transform?: { readonly scale: [number, number]; readonly translate: [number, number] };
  readonly objects: { readonly countries: CountryCollection };
}

export interface CountryCollection {
  readonly type: 'GeometryCollection';
  readonly geometries: CountryGeometry[];
}

export interface CountryGeometry {
  readonly type: string;
  /** Numbers of arcs, nested as the type asks. */
  readonly arcs: unknown[];
  /** ISO 3166-1 numeric code; absent for a few territories. */
  readonly id?: string;
  readonly properties: { readonly name: string };
}
