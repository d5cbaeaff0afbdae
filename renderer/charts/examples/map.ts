import { regionMap } from '../map/region-map.tsx';
import type { WorldTopology } from '../map/world-topology.ts';

const square = (left: number, bottom: number, size: number): number[][] => [
  [left, bottom],
  [left, bottom + size],
  [left + size, bottom + size],
  [left + size, bottom],
  [left, bottom],
];

/** A world of four square countries. */
export const squareWorld: WorldTopology = {
  type: 'Topology',
  arcs: [square(-120, 25, 30), square(-60, -30, 30), square(0, 30, 25), square(70, 10, 40)],
  objects: {
    countries: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', arcs: [[0]], id: '840', properties: { name: 'United States of America' } },
        { type: 'Polygon', arcs: [[1]], id: '076', properties: { name: 'Brazil' } },
        { type: 'Polygon', arcs: [[2]], id: '276', properties: { name: 'Germany' } },
        { type: 'Polygon', arcs: [[3]], id: '156', properties: { name: 'China' } },
      ],
    },
  },
};

export const mapOf = (topology: WorldTopology) =>
  regionMap({
    title: 'Active providers',
    definition: 'Real units of the group that run at the end of the day.',
    unit: 'unit',
    when: 'on 2026-04-22',
    topology,
    regions: [
      { name: 'United States', value: 111_000 },
      { name: 'Germany', value: 29_600 },
      { name: 'Brazil', value: 9_000 },
      { name: 'Singapore', value: 4_200 },
      { name: 'Abroad', value: 3_000 },
    ],
  });

export const map = mapOf(squareWorld);
