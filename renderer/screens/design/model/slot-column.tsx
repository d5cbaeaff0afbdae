import type { CSSProperties, ReactElement } from 'react';
import type { MechanismView } from '../../../../main/api/model/model-api.ts';
import type { Slot } from '../../../../sim-core/contract/slot.ts';
import { MechanismMenu } from './mechanism-menu.tsx';
import type { Box, ModelLayout } from './model-layout.ts';
import type { Feeding } from './what-feeds.ts';

interface SlotColumnProps {
  readonly slot: Slot;
  readonly nodes: readonly MechanismView[];
  /** Mechanisms of the slot that are not used. */
  readonly others: readonly MechanismView[];
  readonly layout: ModelLayout;
  readonly feeding: Feeding | undefined;
  readonly selected: string | undefined;
  onSelect(id: string): void;
  onHover(id: string | undefined): void;
  onAdd(id: string): void;
}

/** A slot with the mechanisms that fill it: a list, whose items stand where the layout says. */
export function SlotColumn(props: SlotColumnProps): ReactElement | null {
  const { slot, nodes, others, layout, feeding, selected, onSelect, onHover, onAdd } = props;
  const box = layout.slots.get(slot);
  if (box === undefined) return null;
  return (
    <section className="slot" style={placed(box)} aria-label={`Slot ${slot}`}>
      <h3>
        {slot}
        {others.length > 0 && (
          <MechanismMenu label={`Add to ${slot}`} icon="add" mechanisms={others} onChoose={onAdd} />
        )}
      </h3>
      <ul>
        {nodes.map((node) => {
          const place = layout.nodes.get(node.id);
          const step = feeding?.steps.get(node.id);
          return (
            <li
              key={node.id}
              style={place === undefined ? {} : placed({ ...place, x: place.x - box.x, y: place.y - box.y })}
            >
              <button
                type="button"
                className={`node${feeding === undefined ? '' : step === undefined ? ' node-dim' : ` node-step-${step}`}`}
                aria-pressed={node.id === selected}
                title={`${node.id}: ${node.summary}`}
                onClick={() => onSelect(node.id)}
                onPointerEnter={() => onHover(node.id)}
                onPointerLeave={() => onHover(undefined)}
                onFocus={({ currentTarget }) => {
                  if (currentTarget.matches(':focus-visible')) onHover(node.id);
                }}
                onBlur={() => onHover(undefined)}
              >
                <span>{node.title}</span>
                {node.own && <span className="node-own">yours</span>}
                {feeding !== undefined && step !== undefined && step > 0 && (
                  <span className="unseen">{step === 1 ? ', feeds it' : ', feeds it by way of another'}</span>
                )}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const placed = ({ x, y, width, height }: Box): CSSProperties => ({ left: x, top: y, width, height });
