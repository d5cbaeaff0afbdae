import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ScenarioSpec } from '../../../../sim-core/contract/scenario.ts';
import { modelMechanisms } from '../../../state/model-queries.ts';
import { useStore } from '../../../state/store.ts';
import { useStudio } from '../../../state/studio-context.tsx';
import type { Annotation } from '../../../state/timeline/annotation.ts';
import { annotationsOf } from '../../../state/timeline/annotations-of.ts';

/** What stands beside the days of a run: events of its scenario and the person's notes, by day. */
export function useAnnotations(scenario: string, spec: ScenarioSpec): readonly Annotation[] {
  const { client, timeline } = useStudio();
  const { data: mechanisms = [] } = useQuery(modelMechanisms(client));
  const notes = useStore(timeline.notes.all).get(scenario);
  return useMemo(() => {
    const written = (notes ?? []).map((note): Annotation => ({ ...note, kind: 'note' }));
    return [...annotationsOf(spec, mechanisms), ...written]
      .filter(({ tick }) => tick < spec.ticks)
      .sort((a, b) => a.tick - b.tick);
  }, [spec, mechanisms, notes]);
}
