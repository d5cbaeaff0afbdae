import type { ReactElement } from 'react';
import type { MechanismView } from '../../../main/api/model/model-api.ts';
import { PlaceLink } from '../../state/place-link.tsx';
import { defaultText, rangeText } from './default-text.ts';
import { type Entries, usesOfPath } from './find-entries.ts';

interface MechanismEntryProps {
  readonly mechanism: MechanismView;
  readonly entries: Entries;
}

/** A mechanism: what it does, its parameters, what it reads and writes, its sources. */
export function MechanismEntry({ mechanism, entries }: MechanismEntryProps): ReactElement {
  const { id, version, title, summary, slot, sources, parameters, reads, writes, invariants, own } =
    mechanism;
  const rows = Object.entries(parameters);
  return (
    <article>
      <h2>{title}</h2>
      <p className="muted">
        <code>{id}</code>, version {version}, slot {slot}
        {own && ', of this project'}
      </p>
      <p className="reference-summary">{summary}</p>
      <h3>Parameters</h3>
      {rows.length === 0 && <p className="muted">It has none.</p>}
      {rows.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">Parameter</th>
              <th scope="col">Default</th>
              <th scope="col">Allowed</th>
              <th scope="col">Why, and where it is from</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, parameter]) => (
              <tr key={name}>
                <th scope="row">
                  {parameter.label}
                  <span className="muted">
                    {name}
                    {parameter.unit !== '1' && `, ${parameter.unit}`}
                  </span>
                </th>
                <td>{defaultText(parameter)}</td>
                <td>{rangeText(parameter)}</td>
                <td>
                  {parameter.why}{' '}
                  {parameter.source === undefined ? (
                    <span className="chip chip-assumption">assumption</span>
                  ) : (
                    <span className="chip chip-source">{parameter.source.title}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="reference-columns">
        <Paths title="Reads" paths={reads} entries={entries} of="writers" />
        <Paths title="Writes" paths={writes} entries={entries} of="readers" />
      </div>
      {invariants.length > 0 && (
        <>
          <h3>What always holds</h3>
          <ul>
            {invariants.map((invariant) => (
              <li key={invariant}>{invariant}</li>
            ))}
          </ul>
        </>
      )}
      {sources.length > 0 && (
        <>
          <h3>Sources</h3>
          <ul>
            {sources.map(({ title: source, url, licence }) => (
              <li key={source}>
                {url === undefined ? (
                  source
                ) : (
                  <a href={url} target="_blank" rel="noreferrer">
                    {source}
                  </a>
                )}
                {licence !== undefined && <span className="muted"> {licence}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </article>
  );
}

interface PathsProps {
  readonly title: string;
  readonly paths: readonly string[];
  readonly entries: Entries;
  /** The other end: who writes what is read, who reads what is written. */
  readonly of: 'writers' | 'readers';
}

function Paths({ title, paths, entries, of }: PathsProps): ReactElement {
  return (
    <section>
      <h3>{title}</h3>
      {paths.length === 0 && <p className="muted">Nothing.</p>}
      <ul>
        {paths.map((path) => {
          const others = usesOfPath(path, entries)[of];
          return (
            <li key={path}>
              <code>{path}</code>{' '}
              {others.length > 0 && (
                <span className="muted">
                  {of === 'writers' ? 'from ' : 'for '}
                  {others.map(({ id }, index) => (
                    <span key={id}>
                      {index > 0 && ', '}
                      <PlaceLink to={{ screen: 'reference', search: { mechanism: id } }}>{id}</PlaceLink>
                    </span>
                  ))}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
