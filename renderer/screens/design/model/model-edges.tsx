import type { ReactElement } from 'react';
import { edgePath } from './edge-path.ts';
import type { ModelGraph } from './model-graph.ts';
import type { ModelLayout } from './model-layout.ts';
import type { Feeding } from './what-feeds.ts';

interface ModelEdgesProps {
  readonly graph: ModelGraph;
  readonly layout: ModelLayout;
  readonly feeding: Feeding | undefined;
}

/** The lines behind the boxes: decoration, since the details of each mechanism say the same in words. */
export function ModelEdges({ graph, layout, feeding }: ModelEdgesProps): ReactElement {
  const { width, height, nodes } = layout;
  return (
    <svg className="model-edges" width={width} height={height} aria-hidden="true">
      {graph.edges.map((edge) => {
        const [from, to] = [nodes.get(edge.from), nodes.get(edge.to)];
        if (from === undefined || to === undefined) return null;
        const lit = feeding?.edges.has(edge) === true;
        const near = feeding?.steps.get(edge.to) === 0;
        const state = feeding === undefined ? '' : lit ? (near ? ' edge-lit' : ' edge-far') : ' edge-dim';
        return (
          <path
            key={`${edge.from} ${edge.to}`}
            className={`edge${edge.late ? ' edge-late' : ''}${state}`}
            d={edgePath(layout, from, to)}
          />
        );
      })}
    </svg>
  );
}
