import { memo, type ReactElement, useMemo, useState } from 'react';
import type { MechanismView, MetricView } from '../../../../main/api/model/model-api.ts';
import { StudioError } from '../../../../sim-core/contract/errors.ts';
import { slots } from '../../../../sim-core/contract/slot.ts';
import { attempt } from '../../../state/perform.ts';
import { useStore } from '../../../state/store.ts';
import { useStudio } from '../../../state/studio-context.tsx';
import { useWidth } from '../../../ui/use-width.ts';
import { useEdit } from '../use-edit.ts';
import { MechanismDetails } from './mechanism-details.tsx';
import { MetricSelect } from './metric-select.tsx';
import './model.css';
import { ModelEdges } from './model-edges.tsx';
import { type ModelGraph, modelGraph } from './model-graph.ts';
import { modelLayout } from './model-layout.ts';
import { SlotColumn } from './slot-column.tsx';
import { whatFeeds } from './what-feeds.ts';

interface ModelPaneProps {
  readonly scenario: string;
  /** Ids of the mechanisms that the text names. */
  readonly used: readonly string[];
  readonly mechanisms: readonly MechanismView[];
  readonly metrics: readonly MetricView[];
  /** The model of a project that runs in place of mechanisms. */
  readonly ownModel: string | undefined;
}

/** The mechanisms of a scenario, each in its slot, and what they tell one another. */
export const ModelPane = memo(function ModelPane({
  scenario,
  used,
  mechanisms,
  metrics,
  ownModel,
}: ModelPaneProps): ReactElement {
  const studio = useStudio();
  const { design } = studio;
  const selection = useStore(design.selection);
  const [hovered, setHovered] = useState<string>();
  const [box, width] = useWidth<HTMLDivElement>();
  const graph = useMemo(() => modelGraph(used, mechanisms), [used, mechanisms]);
  const layout = useMemo(() => modelLayout(graph, Math.max(280, width)), [graph, width]);
  const feeding = useMemo(() => {
    const asked = hovered === undefined ? selection : { kind: 'mechanism' as const, id: hovered };
    return asked === undefined ? undefined : whatFeeds(graph, asked, metrics);
  }, [graph, hovered, selection, metrics]);
  const edit = useEdit(scenario);
  const change = (...edits: Parameters<typeof edit>[0]) =>
    void attempt(studio, async () => {
      const problem = await edit(edits);
      if (problem !== undefined) throw new StudioError(problem);
    });
  const select = (id: string) =>
    design.selection.set(
      selection?.kind === 'mechanism' && selection.id === id ? undefined : { kind: 'mechanism', id },
    );
  const chosen =
    selection?.kind === 'mechanism' ? graph.nodes.find(({ id }) => id === selection.id) : undefined;

  return (
    <section className="model-pane" aria-label="Model">
      <header className="pane-header">
        <h2>Model</h2>
        <MetricSelect
          metrics={reportedBy(graph, metrics)}
          selection={selection}
          onSelect={(next) => design.selection.set(next)}
        />
      </header>
      {ownModel !== undefined && (
        <p className="model-hint">
          This scenario runs <code>{ownModel}</code>, a model of your project, in place of mechanisms: there
          is no graph of it.
        </p>
      )}
      <div className="model-scroll">
        <div className={`model-graph model-${layout.direction}`} ref={box} style={{ height: layout.height }}>
          <ModelEdges graph={graph} layout={layout} feeding={feeding} />
          {slots.map((slot) => (
            <SlotColumn
              key={slot}
              slot={slot}
              nodes={graph.nodes.filter((node) => node.slot === slot)}
              others={mechanisms.filter((each) => each.slot === slot && !used.includes(each.id))}
              layout={layout}
              feeding={feeding}
              selected={chosen?.id}
              onSelect={select}
              onHover={setHovered}
              onAdd={(mechanism) => {
                change({ kind: 'add', mechanism });
                design.selection.set({ kind: 'mechanism', id: mechanism });
              }}
            />
          ))}
        </div>
      </div>
      {chosen === undefined ? (
        <p className="model-hint small muted">
          A box is a rule of the economy, a line a value that one rule writes and another reads; dashed lines
          arrive a day later. Point at a box, or choose a metric above, to see what feeds it.
        </p>
      ) : (
        <MechanismDetails
          mechanism={chosen}
          graph={graph}
          others={mechanisms.filter(({ slot, id }) => slot === chosen.slot && !used.includes(id))}
          onSwap={(to) => {
            change({ kind: 'swap', mechanism: chosen.id, to });
            design.selection.set({ kind: 'mechanism', id: to });
          }}
          onRemove={() => {
            change({ kind: 'remove', mechanism: chosen.id });
            design.selection.set(undefined);
          }}
          onSelect={select}
        />
      )}
    </section>
  );
});

/** Metrics that a scenario of these mechanisms reports. */
function reportedBy({ nodes }: ModelGraph, metrics: readonly MetricView[]): readonly MetricView[] {
  const written = new Set(nodes.flatMap(({ writes }) => writes));
  return metrics.filter(({ needs }) => needs.every((path) => written.has(path)));
}
