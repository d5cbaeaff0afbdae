import type { ReactElement } from 'react';
import type { MechanismView } from '../../../../main/api/model/model-api.ts';
import { useStudio } from '../../../state/studio-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { MechanismMenu } from './mechanism-menu.tsx';
import type { ModelEdge, ModelGraph } from './model-graph.ts';

interface MechanismDetailsProps {
  readonly mechanism: MechanismView;
  readonly graph: ModelGraph;
  /** Others that could stand in its place. */
  readonly others: readonly MechanismView[];
  onSwap(to: string): void;
  onRemove(): void;
  onSelect(id: string): void;
}

/** A mechanism in words: what it does, what it takes from others and gives them, and what can be done with it. */
export function MechanismDetails(props: MechanismDetailsProps): ReactElement {
  const { mechanism, graph, others, onSwap, onRemove, onSelect } = props;
  const { design } = useStudio();
  const { id, title, summary, parameters, own } = mechanism;
  const [first] = Object.keys(parameters);
  return (
    <section className="mechanism-details" aria-label={title}>
      <h3>
        {title}
        {own && <span className="node-own">yours</span>}
      </h3>
      <p className="mono muted">{id}</p>
      <p>{summary}</p>
      <div className="mechanism-actions">
        {others.length > 0 && (
          <MechanismMenu
            label={`Swap ${title} for another mechanism`}
            icon="swap"
            text="Swap"
            mechanisms={others}
            onChoose={onSwap}
          />
        )}
        {first !== undefined && (
          <Button icon="design" onClick={() => design.wish.set({ at: `${id}.${first}` })}>
            Parameters
          </Button>
        )}
        <Button icon="cancel" onClick={onRemove}>
          Remove
        </Button>
      </div>
      <Exchange
        title="Takes from"
        edges={graph.edges.filter(({ to }) => to === id)}
        side="from"
        graph={graph}
        onSelect={onSelect}
      />
      <Exchange
        title="Gives to"
        edges={graph.edges.filter(({ from }) => from === id)}
        side="to"
        graph={graph}
        onSelect={onSelect}
      />
    </section>
  );
}

interface ExchangeProps {
  readonly title: string;
  readonly edges: readonly ModelEdge[];
  readonly side: 'from' | 'to';
  readonly graph: ModelGraph;
  onSelect(id: string): void;
}

function Exchange({ title, edges, side, graph, onSelect }: ExchangeProps): ReactElement | null {
  if (edges.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul className="exchange">
        {edges.map((edge) => (
          <li key={edge[side]}>
            <button type="button" className="link" onClick={() => onSelect(edge[side])}>
              {graph.nodes.find(({ id }) => id === edge[side])?.title ?? edge[side]}
            </button>
            <span className="mono muted">
              {edge.values.join(', ')}
              {edge.late && ' (a day later)'}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
