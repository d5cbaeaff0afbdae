import type { ReactElement, ReactNode } from 'react';
import './panels.css';

interface PanelTableProps {
  /** Id of the heading that names it. */
  readonly labelledBy: string;
  /** Its head and body. */
  readonly children: ReactNode;
}

/** A table that scrolls inside its panel, by keyboard too. */
export function PanelTable({ labelledBy, children }: PanelTableProps): ReactElement {
  return (
    <section
      className="panel-table"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
      tabIndex={0}
      aria-labelledby={labelledBy}
    >
      <table>{children}</table>
    </section>
  );
}
