import { memo, type ReactElement, useCallback, useDeferredValue, useMemo } from 'react';
import type { ScenarioCard } from '../../../main/api/scenarios/scenarios-api.ts';
import { isOpen, type RunSnapshot } from '../../sim/run-snapshot.ts';
import { CommandButton } from '../../state/command-button.tsx';
import { useStore } from '../../state/store.ts';
import { useStudio } from '../../state/studio-context.tsx';
import { MainCharts, MoreCharts, type PanelProps } from './charts/chart-grid.tsx';
import { FailedSeeds } from './failed/failed-seeds.tsx';
import { LazyPart } from './lazy-part.tsx';
import { CohortsCard } from './panels/cohorts-card.tsx';
import { CoverageCard, coverageMetric } from './panels/coverage-card.tsx';
import { FlowsCard, hasFlows } from './panels/flows-card.tsx';
import { GroupsTable } from './panels/groups-table.tsx';
import { hasIncomes, LorenzCard } from './panels/lorenz-card.tsx';
import { MapCard, useRegionShapes } from './panels/map-card.tsx';
import { StateTable } from './panels/state-table.tsx';
import { Scrubber } from './scrubber/scrubber.tsx';
import { lastTickOf, shownSeeds } from './shown-seeds.ts';
import { VerdictStrip } from './verdicts/verdict-strip.tsx';
import { ViewSwitch } from './view-switch.tsx';

interface OutcomeProps {
  readonly snapshot: RunSnapshot;
  readonly mechanisms: ScenarioCard['mechanisms'];
}

/** What has come of a run: verdicts, charts, panels of one day, and the days to move along. */
export function Outcome({ snapshot, mechanisms }: OutcomeProps): ReactElement {
  const { timeline, view: viewStore } = useStudio();
  const { scenario } = snapshot.request;
  const view = useStore(viewStore);
  const looked = useStore(timeline.moments).get(scenario);
  // Drawing gives way to keys and pointers, and is begun anew where something newer has come.
  const shown = useDeferredValue(snapshot);
  const shownView = useDeferredValue(view);
  const moment = useDeferredValue(looked);
  const onMoment = useCallback((tick: number) => timeline.look(scenario, tick), [timeline, scenario]);
  const titles = useMemo(() => new Map(mechanisms.map(({ id, title }) => [id, title])), [mechanisms]);
  const nothing =
    snapshot.results.length === 0 && snapshot.live.length === 0 && snapshot.stopped.length === 0;
  if (nothing && !isOpen(snapshot)) {
    return (
      <>
        <FailedSeeds snapshot={snapshot} titles={titles} />
        <p className="run-nothing">No seed finished, so there is nothing to show.</p>
      </>
    );
  }
  return (
    <>
      <Findings snapshot={shown} titles={titles} />
      <div className="run-bar">
        <h2>{chartsTitle(snapshot)}</h2>
        <ViewSwitch snapshot={snapshot} />
        <CommandButton command="export.metrics" icon="download">
          metrics.csv
        </CommandButton>
        <CommandButton command="export.breakdowns" icon="download">
          breakdowns.csv
        </CommandButton>
        <CommandButton command="export.dictionary" icon="download">
          dictionary.csv
        </CommandButton>
      </div>
      <Panels snapshot={shown} view={shownView} moment={moment} onMoment={onMoment} />
      <Scrubber snapshot={snapshot} lastTick={lastTickOf(shownSeeds(snapshot, view))} />
    </>
  );
}

interface FindingsProps {
  readonly snapshot: RunSnapshot;
  readonly titles: ReadonlyMap<string, string>;
}

const Findings = memo(function Findings({ snapshot, titles }: FindingsProps): ReactElement {
  const { verdicts, failures, results, request } = snapshot;
  const missing = isOpen(snapshot) ? request.seeds.length - results.length - failures.length : 0;
  return (
    <>
      <FailedSeeds snapshot={snapshot} titles={titles} />
      <VerdictStrip verdicts={verdicts} missing={missing} />
    </>
  );
});

const Panels = memo(function Panels(props: PanelProps): ReactElement {
  const { metrics, breakdowns } = props.snapshot;
  const shapes = useRegionShapes(breakdowns);
  const grouped = breakdowns.length > 0;
  const panels: Readonly<Record<string, (() => ReactElement | null) | undefined>> = {
    flows: hasFlows(metrics) ? () => <FlowsCard {...props} /> : undefined,
    map: shapes === undefined ? undefined : () => <MapCard {...props} topology={shapes} />,
    cohorts: grouped ? () => <CohortsCard {...props} /> : undefined,
    lorenz: hasIncomes(breakdowns) ? () => <LorenzCard {...props} /> : undefined,
    coverage: coverageMetric(metrics) === undefined ? undefined : () => <CoverageCard {...props} />,
    state: () => <StateTable {...props} />,
  };
  return (
    <>
      <MainCharts {...props} />
      <div className="panels">
        {Object.entries(panels).map(
          ([id, make]) =>
            make !== undefined && (
              <LazyPart key={id} height={390}>
                {make}
              </LazyPart>
            ),
        )}
      </div>
      {grouped && <LazyPart height={300}>{() => <GroupsTable {...props} />}</LazyPart>}
      <MoreCharts {...props} />
    </>
  );
});

function chartsTitle({ results, request, state }: RunSnapshot): string {
  const { length } = request.seeds;
  if (state === 'done' && results.length === length) return length === 1 ? '1 run' : `${length} runs`;
  return `${results.length} of ${length} runs`;
}
