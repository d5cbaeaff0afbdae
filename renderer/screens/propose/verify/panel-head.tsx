import type { ReactElement } from 'react';
import { Button } from '../../../ui/button.tsx';

interface PanelHeadProps {
  readonly text: string;
  onClose(): void;
}

/** The heading of a part that was opened beside the re-run, and the way to close it. */
export const PanelHead = ({ text, onClose }: PanelHeadProps): ReactElement => (
  <header className="panel-head">
    <h2>{text}</h2>
    <Button kind="quiet" icon="cancel" aria-label={`Close: ${text}`} onClick={onClose} />
  </header>
);
