import type { ReactElement, ReactNode } from 'react';
import './entries.css';

interface EntryScreenProps {
  /** Of the screen. */
  readonly title: string;
  /** What the list is of, for those who hear it. */
  readonly label: string;
  /** What the field above the list is for. */
  readonly find: string;
  readonly query: string;
  onQuery(query: string): void;
  /** What there is: groups, each a heading with its links. */
  readonly list: ReactNode;
  readonly className?: string;
  /** What is read: an element of the class `entry-page`. */
  readonly children: ReactNode;
}

/** A list of what there is, with search, beside the one that is read. */
export function EntryScreen(props: EntryScreenProps): ReactElement {
  const { title, label, find, query, onQuery, list, className = '', children } = props;
  return (
    <div className={`entries ${className}`.trim()}>
      <nav className="entry-list" aria-label={label}>
        <h1>{title}</h1>
        <input
          type="search"
          className="input"
          aria-label={find}
          placeholder={find}
          value={query}
          onChange={({ target }) => onQuery(target.value)}
        />
        {list}
      </nav>
      {children}
    </div>
  );
}

interface EntryGroupProps {
  readonly title: string;
  /** Items of a list; a group without any is not shown. */
  readonly children: readonly ReactNode[];
}

export function EntryGroup({ title, children }: EntryGroupProps): ReactElement | null {
  if (children.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul>{children}</ul>
    </section>
  );
}
