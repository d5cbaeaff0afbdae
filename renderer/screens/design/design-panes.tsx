import { type ReactElement, type ReactNode, useSyncExternalStore } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';

interface DesignPanesProps {
  readonly model: ReactNode;
  readonly edit: ReactNode;
  readonly preview: ReactNode;
}

/** Narrower than this the panes stand one under another, px. */
const sideBySide = window.matchMedia('(min-width: 900px)');

const subscribe = (listener: () => void) => {
  sideBySide.addEventListener('change', listener);
  return () => sideBySide.removeEventListener('change', listener);
};

/** Model, parameters and preview, side by side where there is room; how wide each is, is kept. */
export function DesignPanes({ model, edit, preview }: DesignPanesProps): ReactElement {
  const wide = useSyncExternalStore(subscribe, () => sideBySide.matches);
  const { defaultLayout, onLayoutChanged } = useDefaultLayout({ id: 'studio.design', storage: localStorage });
  if (!wide) {
    return (
      <div className="design-stack">
        {preview}
        {edit}
        {model}
      </div>
    );
  }
  return (
    <Group
      className="design-panes"
      orientation="horizontal"
      onLayoutChanged={onLayoutChanged}
      {...(defaultLayout === undefined ? {} : { defaultLayout })}
    >
      <Panel id="model" className="design-pane" defaultSize="34" minSize="240px">
        {model}
      </Panel>
      <Separator className="design-separator" aria-label="Width of the model" />
      <Panel id="edit" className="design-pane" defaultSize="43" minSize="340px">
        {edit}
      </Panel>
      <Separator className="design-separator" aria-label="Width of the preview" />
      <Panel id="preview" className="design-pane" defaultSize="23" minSize="200px">
        {preview}
      </Panel>
    </Group>
  );
}
