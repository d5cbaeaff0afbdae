import { Fragment, type ReactElement, useId, useMemo, useState } from 'react';
import { type ParameterCell, type ParameterRow, parameterRows } from '../../state/compare/parameter-rows.ts';
import type { Side } from '../../state/compare/side.ts';
import { changeText } from '../../state/relative-change.ts';
import { fullNumber } from '../../ui/number-format.ts';
import { SideSwatch } from './side-swatch.tsx';

/** What the sides are made of: what differs, or all of it. */
export function ParameterTable({ sides }: { readonly sides: readonly Side[] }): ReactElement {
  const [all, setAll] = useState(false);
  const id = useId();
  const rows = useMemo(() => parameterRows(sides), [sides]);
  const changed = rows.filter(({ differs }) => differs);
  return (
    <section className="compare-parameters" aria-labelledby={`${id}-title`}>
      <header>
        <h2 id={`${id}-title`}>{countText(changed.length)}</h2>
        <label className="small">
          <input type="checkbox" checked={!all} onChange={() => setAll(!all)} /> Changed only
        </label>
      </header>
      <Rows sides={sides} rows={all ? rows : changed} />
      {changed.length === 0 && !all && (
        <p className="muted">They have the same values: the same seeds give the same numbers.</p>
      )}
    </section>
  );
}

const countText = (count: number): string =>
  count === 0 ? 'Nothing differs' : count === 1 ? '1 value differs' : `${fullNumber(count)} values differ`;

interface RowsProps {
  readonly sides: readonly Side[];
  readonly rows: readonly ParameterRow[];
}

function Rows({ sides, rows }: RowsProps): ReactElement {
  const pair = sides.length === 2;
  return (
    <section
      className="compare-scroll"
      aria-label="Values of each scenario"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
      tabIndex={0}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">Parameter</th>
            {pair ? (
              <th scope="col">
                <SideSwatch place={0} /> {sides[0]?.label} → <SideSwatch place={1} /> {sides[1]?.label}
              </th>
            ) : (
              sides.map(({ ref, label }, place) => (
                <th key={ref} scope="col">
                  <SideSwatch place={place} /> {label}
                </th>
              ))
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ path, label, cells, differs }) => (
            <tr key={path} data-differs={differs}>
              <th scope="row">
                {label}
                <BrokenPath path={path} />
              </th>
              {pair ? (
                <td>
                  <Pair base={cells[0] ?? {}} cell={cells[1] ?? {}} />
                </td>
              ) : (
                cells.map((cell, place) => (
                  <td key={sides[place]?.ref ?? place}>
                    <Cell cell={cell} base={place === 0 ? undefined : cells[0]} />
                  </td>
                ))
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A path that goes to the next line where its words end. */
function BrokenPath({ path }: { readonly path: string }): ReactElement {
  const words = path.split('.');
  return (
    <span className="mono muted">
      {words.map((word, place) => (
        <Fragment key={words.slice(0, place + 1).join('.')}>
          {place > 0 && '.'}
          {place > 0 && <wbr />}
          {word}
        </Fragment>
      ))}
    </span>
  );
}

/** Old → new, where there are two. */
function Pair({ base, cell }: { readonly base: ParameterCell; readonly cell: ParameterCell }): ReactElement {
  const same = base.shown === cell.shown && cell.change === undefined;
  if (same && base.shown !== undefined) return <span>{base.shown}</span>;
  return (
    <>
      {base.shown ?? <span className="muted">not there</span>} →{' '}
      {cell.shown === undefined ? <span className="muted">gone</span> : <Cell cell={cell} base={base} />}
    </>
  );
}

/** A value; where it differs from the base, by how much and where it comes from. */
function Cell({
  cell,
  base,
}: {
  readonly cell: ParameterCell;
  readonly base: ParameterCell | undefined;
}): ReactElement {
  const { shown, change, origin } = cell;
  if (shown === undefined) return <span className="muted">not there</span>;
  if (base !== undefined && base.shown === shown && change === undefined)
    return <span className="muted">same</span>;
  return (
    <>
      <span className={base === undefined ? '' : 'compare-new'}>{shown}</span>
      {change !== undefined && <span className="small compare-change"> {changeText(change)}</span>}
      {origin !== undefined && origin.kind !== 'unknown' && (
        <span className={`chip chip-${origin.kind}`} title={origin.text}>
          {origin.kind}
          <span className="unseen">: {origin.text}</span>
        </span>
      )}
    </>
  );
}
