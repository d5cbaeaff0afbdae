import type { ReactElement } from 'react';
import { percent } from '../../ui/number-format.ts';
import type { Chart, Frame } from '../chart.ts';
import { seriesColour } from '../chart-theme.ts';
import { tableOf } from '../data-table.ts';
import { BottomAxis, LeftAxis } from '../parts/axes.tsx';
import { nearestPoint } from '../parts/nearest-point.ts';
import { bodyTop, Picture } from '../parts/picture.tsx';
import { px } from '../parts/px.ts';
import { sharePlane } from '../parts/share-plane.ts';
import { counted, listed } from '../parts/words.ts';
import type { CoverageCurveSubject } from './coverage-curve-subject.ts';

/** Do the bands hold what they say? The share of observations inside each band against the share of the seeds it holds. */
export function coverageCurve(subject: CoverageCurveSubject): Chart {
  const { title, bands, observations } = subject;
  const shareOf = (inside: number) => (observations === 0 ? Number.NaN : inside / observations);
  const finding = findingOf(subject);
  const words = {
    title: finding,
    subtitle: `${title}: share of ${counted(observations, 'observation')} inside a band, against the share of the seeds it holds; on the line both are the same`,
    summary: `${finding}. ${listed(bands.map(({ nominal, inside }) => `${percent(nominal)} band: ${inside} of ${observations}`))}.`,
  };
  const places = (frame: Frame) => {
    const { xAxis, yAxis } = sharePlane(frame, bodyTop(words, frame) + 22, 1.6);
    return bands.map(({ nominal, inside }) =>
      observations === 0 ? undefined : { x: xAxis.at(nominal), y: yAxis.at(shareOf(inside)) },
    );
  };
  return {
    id: 'coverage-curve',
    ...words,
    table: () =>
      tableOf(
        ['share of seeds in the band', 'observations inside', 'observations', 'share inside'],
        bands.map(({ nominal, inside }) => [nominal, inside, observations, shareOf(inside)]),
      ),
    heightAt: (width) => Math.round(Math.min(260, Math.max(180, width * 0.7))),
    draw: (frame) => <CoverageCurve words={words} frame={frame} places={places(frame)} />,
    items: bands.length,
    readout(item) {
      const band = bands[item];
      return band === undefined
        ? ''
        : `The band of ${percent(band.nominal)} of the seeds holds ${band.inside} of ${counted(observations, 'observation')} (${percent(shareOf(band.inside))})`;
    },
    itemAt: (frame, x, y) => nearestPoint(places(frame), x, y),
  };
}

/** Within this the two shares are said to agree. */
const near = 0.05;

function findingOf({ bands, observations }: CoverageCurveSubject): string {
  const widest = bands.at(-1);
  if (widest === undefined || observations === 0) return 'Nothing was observed that the bands could hold';
  const share = widest.inside / observations;
  const says = `The ${percent(widest.nominal)} band holds ${percent(share)} of what was observed`;
  if (Math.abs(share - widest.nominal) <= near) return `${says}: as much as it says`;
  return share < widest.nominal
    ? `${says}: the model is too sure`
    : `${says}: the model is surer than it says`;
}

type Words = Pick<Chart, 'title' | 'subtitle' | 'summary'>;

interface CoverageCurveProps {
  readonly words: Words;
  readonly frame: Frame;
  readonly places: readonly ({ readonly x: number; readonly y: number } | undefined)[];
}

function CoverageCurve({ words, frame, places }: CoverageCurveProps): ReactElement {
  const { theme, cursor } = frame;
  const { plane, xAxis, yAxis } = sharePlane(frame, bodyTop(words, frame) + 22, 1.6);
  const colour = seriesColour(theme, 0);
  const known = places.flatMap((place) => place ?? []);
  return (
    <Picture words={words} frame={frame}>
      <LeftAxis plane={plane} ticks={yAxis.ticks} theme={theme} name="observations inside" />
      <BottomAxis plane={plane} ticks={xAxis.ticks} theme={theme} name="seeds in the band" />
      <path
        d={`M${px(plane.left)},${px(plane.bottom)}L${px(plane.right)},${px(plane.top)}`}
        stroke={theme.muted}
        data-part="agreement"
      />
      <path
        d={known.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${px(x)},${px(y)}`).join('')}
        fill="none"
        stroke={colour}
        strokeWidth={2}
        data-part="curve"
      />
      {places.map((place, index) =>
        place === undefined ? null : (
          <circle
            key={place.x}
            cx={px(place.x)}
            cy={px(place.y)}
            r={index === cursor ? 5 : 3.5}
            fill={colour}
          />
        ),
      )}
    </Picture>
  );
}
