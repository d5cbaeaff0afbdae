import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lightTheme } from '../chart-theme.ts';
import { map, mapOf, squareWorld } from '../examples/map.ts';
import { mapColours } from './map-colours.ts';
import { otherNames } from './other-names.ts';
import { regionMap } from './region-map.tsx';
import { regionsOf } from './regions-of.ts';
import { smallPlaces } from './small-places.ts';
import { countriesOf, whereIs } from './world-shapes.ts';
import type { WorldTopology } from './world-topology.ts';

const world: WorldTopology = JSON.parse(
  readFileSync(new URL('../../../node_modules/world-atlas/countries-110m.json', import.meta.url), 'utf8'),
);

describe('countries', () => {
  it('are found by the names that scenarios use', () => {
    const names = [
      'United States',
      'Türkiye',
      'South Korea',
      'Vietnam',
      'Russia',
      'United Arab Emirates',
      'Latvia',
    ];
    expect(names.map((name) => whereIs(world, name).kind)).toEqual(names.map(() => 'country'));
    expect(whereIs(world, 'Hong Kong').kind).toBe('dot');
    expect(whereIs(world, 'Abroad').kind).toBe('nowhere');
    expect(whereIs(world, 'Whatever', '840').kind).toBe('country');
  });

  it('are all there under the codes of the table of names, and those with a dot have no shape', () => {
    const codes = new Set(countriesOf(world).map(({ code }) => code));
    expect(Object.values(otherNames).filter((code) => !codes.has(code))).toEqual([]);
    expect(Object.values(smallPlaces).filter(({ code }) => codes.has(code))).toEqual([]);
  });
});

describe('a map', () => {
  const frame = { theme: lightTheme, width: 600, height: 320 };

  it('states the share of what adds up, and the ends of what does not', () => {
    expect(map.title).toBe('Active providers: 70.8 % of 157k units in United States');
    const regions = [
      { name: 'Germany', value: 0.1 },
      { name: 'China', value: -0.2 },
      { name: 'Brazil', value: Number.NaN },
    ];
    const margin = regionMap({
      title: 'Margin',
      definition: 'D.',
      unit: 'share',
      when: '',
      topology: squareWorld,
      regions,
    });
    expect(margin.title).toBe('Margin highest in Germany, 10 %; lowest in China, −20 %');
  });

  it('finds the region under the pointer on the real world', () => {
    const chart = mapOf(world);
    const found = new Set<number | undefined>();
    for (let x = 0; x < 600; x += 8) for (let y = 0; y < 270; y += 6) found.add(chart.itemAt(frame, x, y));
    expect(found).toEqual(new Set([undefined, 0, 1, 2, 3]));
  });
});

it('colours tell a tenfold apart where values are far from each other', () => {
  expect(mapColours(1, 1000).logarithmic).toBe(true);
  expect(mapColours(1, 10).logarithmic).toBe(false);
  expect(mapColours(-1, 1000).logarithmic).toBe(false);
  expect(mapColours(5, 5).colourOf(5)).toMatch(/^#/);
});

it('regions of a batch share a scale over all samples', () => {
  const described = {
    id: 'providers.active',
    title: 'T',
    unit: 'unit',
    definition: 'D',
    source: 's',
    by: 'region',
  };
  const batch = {
    ...{ startDay: 0, sampleTicks: [29, 59], breakdowns: [{ ...described, groups: ['Germany', 'China'] }] },
    seeds: [{ seed: '1', columns: [], digest: '', breakdowns: [Float64Array.of(1, 2, 3, 4)] }],
  };
  const subject = regionsOf(batch, squareWorld, 'providers.active', 0);
  expect(subject?.when).toBe('on 1970-01-30');
  expect(subject?.regions).toEqual([
    { name: 'Germany', value: 1 },
    { name: 'China', value: 2 },
  ]);
  expect(subject?.scale).toEqual({ low: 1, high: 4 });
  expect(regionsOf(batch, squareWorld, 'users.active')).toBeUndefined();
});
