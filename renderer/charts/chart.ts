import type { ReactElement } from 'react';
import type { ChartTheme } from './chart-theme.ts';
import type { DataTable } from './data-table.ts';

/** Where a chart is drawn, and what of it is pointed at. Sizes in px. */
export interface Frame {
  readonly theme: ChartTheme;
  readonly width: number;
  readonly height: number;
  /** Draws title and subtitle into the picture, for pictures that travel alone. */
  readonly heading?: boolean;
  /** The item under the pointer or the arrow keys, 0 .. items - 1: a day, a bar, a point, a region. */
  readonly cursor?: number;
  /** The item that was chosen, and stays so while the pointer moves. */
  readonly selected?: number;
}

/**
 * What every chart is to whoever shows it: its words, its numbers, its picture, and what can be pointed at. Charts are made by a
 * function of their subject, such as `tornado(subject)`, hold no state, and draw the same in the app and without a page.
 *
 * | question | made by | subject | subject from results |
 * | --- | --- | --- | --- |
 * | how will it grow? | time/metric-chart `metricChart` | plot-data `ChartSubject` | subject-of `subjectOf` |
 * | which future is better? | time/scenario-fans `overlaidFans`, `differenceFans` | time/scenario-fans-subject | time/paired-fan `pairedFan` |
 * | where does the money come from and go? | time/sources-and-sinks `sourcesAndSinks` | time/sources-and-sinks-subject | time/mean-column `meanColumn` |
 * | do providers earn? | time/cohort-margins `cohortMargins` | time/cohort-margins-subject | time/cohorts-of `cohortsOf` |
 * | does the model match? | time/observed-fan `observedFan`, field/coverage-curve `coverageCurve` | ...-subject beside them | |
 * | how healthy now? | time/sparkline `sparkline` | time/sparkline-subject | |
 * | where do tokens go? | flow/token-flows `tokenFlows` | flow/token-flows-subject | |
 * | where? | map/region-map `regionMap` | map/region-map-subject | map/regions-of `regionsOf` |
 * | which assumption matters? | rank/tornado `tornado` | rank/tornado-subject | a result of sensitivity is one |
 * | who gains and loses? | rank/group-gains `groupGains` | rank/group-gains-subject | an entry of `Comparison.gains`, with the names |
 * | spread or concentrated? | rank/lorenz `lorenz` | rank/lorenz-subject | rank/lorenz-curve-of `lorenzCurveOf` |
 * | what does one parameter do? | field/response-line `responseLine` | field/response-line-subject | field/swept-subjects `responseOf` |
 * | do two interact? | field/heatmap `heatmap` | field/heatmap-subject | field/swept-subjects `heatmapOf` |
 * | how do many relate? | field/parallel `parallel` | field/parallel-subject | field/parallel-layout for brushing |
 * | what trade-offs? | field/pareto `pareto` | field/pareto-subject | field/pareto-of `paretoOf` |
 */
export interface Chart {
  /** Part of the names of its files, such as `tornado`. */
  readonly id: string;
  /** A finding, computed from the numbers. */
  readonly title: string;
  /** What is drawn, and its unit. */
  readonly subtitle: string;
  /** What the picture says, for people who do not see it: the text of `role="img"`. */
  readonly summary: string;
  /** The numbers behind the picture. */
  table(): DataTable;
  /** Px that the picture wants at a width, without its heading; it draws at other heights too. */
  heightAt(width: number): number;
  draw(frame: Frame): ReactElement;
  /** How many things can be pointed at; arrow keys step through them in order. */
  readonly items: number;
  /** One of them in a line of words and numbers. */
  readout(item: number): string;
  /** The item at a place in px of the picture, or the nearest where that is meant; undefined where there is none. */
  itemAt(frame: Frame, x: number, y: number): number | undefined;
}
