import type { ReactElement } from 'react';
import { bareQuantity, percent, quantity } from '../../ui/number-format.ts';
import type { Chart, Frame } from '../chart.ts';
import { tableOf } from '../data-table.ts';
import { fitText } from '../parts/fit-text.ts';
import { nearestPoint } from '../parts/nearest-point.ts';
import { bodyTop, Picture } from '../parts/picture.tsx';
import { px } from '../parts/px.ts';
import { counted, listed, unstopped, withUnit } from '../parts/words.ts';
import { type MapColours, mapColours } from './map-colours.ts';
import { MapLegend } from './map-legend.tsx';
import type { RegionMapSubject } from './region-map-subject.ts';
import { countriesOf, liesIn, type Whereabouts, type WorldMap, whereIs, worldMap } from './world-shapes.ts';

/** Where? Regions of the world by a number; those that are too small for a shape are dots. */
export function regionMap(subject: RegionMapSubject): Chart {
  const { regions, topology, title, definition, unit, when } = subject;
  const words = {
    title: finding(subject),
    subtitle: `${withUnit(unstopped(definition), unit)}, ${when}`,
    summary: summaryOf(subject),
  };
  return {
    id: 'region-map',
    ...words,
    table: () =>
      tableOf(
        ['region', withUnit(title, unit === 'share' ? '1' : unit)],
        regions.map(({ name, value }) => [name, value]),
      ),
    heightAt: (width) => Math.round(width * 0.44) + legendHeight,
    draw: (frame) => <RegionMap subject={subject} words={words} frame={frame} />,
    items: regions.length,
    readout: (item) => readout(subject, item),
    itemAt(frame, x, y) {
      const map = worldMap(topology, boxOf(words, frame));
      const places = regions.map(({ name, code }) => whereIs(topology, name, code));
      const dots = places.map((place) => (place.kind === 'dot' ? dotAt(map, place) : undefined));
      const dot = nearestPoint(dots, x, y, 8);
      if (dot !== undefined) return dot;
      const country = places.findIndex(
        (place) => place.kind === 'country' && liesIn(map, place.country, x, y),
      );
      return country < 0 ? undefined : country;
    },
  };
}

type Words = Pick<Chart, 'title' | 'subtitle' | 'summary'>;

const legendHeight = 48;

const boxOf = (words: Words, frame: Frame) => ({
  left: 2,
  right: frame.width - 2,
  top: bodyTop(words, frame) + 2,
  bottom: frame.height - legendHeight,
});

const ranked = ({ regions }: RegionMapSubject) =>
  regions.filter(({ value }) => Number.isFinite(value)).sort((a, b) => b.value - a.value);

/** Counts add up, so that the largest has a share of the whole; prices and shares do not. */
const addsUp = ({ unit, regions }: RegionMapSubject): boolean =>
  /^(unit|cell|user|unit\/day|token\/day)$/.test(unit) && regions.every(({ value }) => !(value < 0));

function finding(subject: RegionMapSubject): string {
  const { title, unit } = subject;
  const [most, ...others] = ranked(subject);
  const least = others.at(-1);
  if (most === undefined) return `${title}: none anywhere`;
  if (addsUp(subject)) {
    const whole = [most, ...others].reduce((sum, { value }) => sum + value, 0);
    if (whole === 0) return `${title}: none anywhere`;
    return `${title}: ${percent(most.value / whole)} of ${quantity(whole, unit)} in ${most.name}`;
  }
  const highest = `${title} highest in ${most.name}, ${quantity(most.value, unit)}`;
  return least === undefined
    ? highest
    : `${highest}; lowest in ${least.name}, ${quantity(least.value, unit)}`;
}

function summaryOf(subject: RegionMapSubject): string {
  const top = ranked(subject).slice(0, 5);
  const parts = top.map(({ name, value }) => `${name} ${quantity(value, subject.unit)}`);
  return `${finding(subject)}, ${subject.when}. ${counted(subject.regions.length, 'region')}; highest: ${listed(parts)}.`;
}

function readout({ regions, unit }: RegionMapSubject, item: number): string {
  const region = regions[item];
  return region === undefined ? '' : `${region.name}: ${quantity(region.value, unit)}`;
}

function coloursOf({ regions, scale }: RegionMapSubject): MapColours {
  const values = regions.map(({ value }) => value).filter(Number.isFinite);
  if (values.length === 0) return mapColours(scale?.low ?? 0, scale?.high ?? 1);
  return mapColours(scale?.low ?? Math.min(...values), scale?.high ?? Math.max(...values));
}

function dotAt({ projection }: WorldMap, { longitude, latitude }: Extract<Whereabouts, { kind: 'dot' }>) {
  const place = projection([longitude, latitude]);
  return place === null ? undefined : { x: place[0], y: place[1] };
}

interface RegionMapProps {
  readonly subject: RegionMapSubject;
  readonly words: Words;
  readonly frame: Frame;
}

function RegionMap({ subject, words, frame }: RegionMapProps): ReactElement {
  const { theme, width, height, cursor, selected } = frame;
  const { topology, regions, unit } = subject;
  const map = worldMap(topology, boxOf(words, frame));
  const colours = coloursOf(subject);
  const places = regions.map((region) => ({ ...region, place: whereIs(topology, region.name, region.code) }));
  const lost = places.filter(({ place }) => place.kind === 'nowhere').map(({ name }) => name);
  const fill = (value: number) => (Number.isFinite(value) ? colours.colourOf(value) : theme.land);
  const land = countriesOf(topology)
    .map((country) => map.pathOf(country))
    .join('');
  return (
    <Picture words={words} frame={frame}>
      <path d={land} fill={theme.land} stroke={theme.background} strokeWidth={0.5} data-part="land" />
      {places.map(({ name, value, place }, index) =>
        place.kind === 'country' ? (
          <path
            key={name}
            d={map.pathOf(place.country)}
            fill={fill(value)}
            stroke={theme.background}
            strokeWidth={0.5}
            data-part="region"
          >
            <title>{readout(subject, index)}</title>
          </path>
        ) : null,
      )}
      {places.map(({ name, value, place }, index) => {
        const at = place.kind === 'dot' ? dotAt(map, place) : undefined;
        if (at === undefined) return null;
        return (
          <circle
            key={name}
            cx={px(at.x)}
            cy={px(at.y)}
            r={4}
            fill={fill(value)}
            stroke={theme.text}
            strokeWidth={1}
            data-part="small-region"
          >
            <title>{readout(subject, index)}</title>
          </circle>
        );
      })}
      {[selected, cursor].map((item, index) => (
        <Outline
          key={index === 0 ? 'selected' : 'cursor'}
          place={places[item ?? -1]?.place}
          map={map}
          colour={theme.text}
        />
      ))}
      <MapLegend
        colours={colours}
        unit={unit}
        theme={theme}
        left={8}
        top={height - legendHeight + 10}
        width={Math.min(260, width - 16)}
      />
      {lost.length > 0 && (
        <text x={8} y={height - 2} fill={theme.muted}>
          {fitText(
            `not on the map: ${lost.map((name) => `${name} ${bareQuantity(numberOf(subject, name), unit)}`).join(', ')}`,
            11,
            width - 16,
          )}
        </text>
      )}
    </Picture>
  );
}

const numberOf = ({ regions }: RegionMapSubject, name: string): number =>
  regions.find((region) => region.name === name)?.value ?? Number.NaN;

interface OutlineProps {
  readonly place: Whereabouts | undefined;
  readonly map: WorldMap;
  readonly colour: string;
}

function Outline({ place, map, colour }: OutlineProps): ReactElement | null {
  const line = { fill: 'none', stroke: colour, strokeWidth: 1.5, pointerEvents: 'none' } as const;
  if (place?.kind === 'country') return <path {...line} d={map.pathOf(place.country)} data-part="cursor" />;
  const at = place?.kind === 'dot' ? dotAt(map, place) : undefined;
  return at === undefined ? null : <circle {...line} cx={px(at.x)} cy={px(at.y)} r={7} data-part="cursor" />;
}
