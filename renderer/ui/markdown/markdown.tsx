import { Fragment, type ReactElement, type ReactNode } from 'react';
import { type Block, type Cell, parseBlocks } from './parse-blocks.ts';
import { type Inline, parseInline } from './parse-inline.ts';
import { Picture } from './picture.tsx';
import { PlacesContext, Reference, type TextPlaces } from './text-places.tsx';
import './markdown.css';

interface MarkdownProps {
  readonly text: string;
  /** Level in the page that a first-level heading of the text takes. */
  readonly headingLevel: 2 | 3 | 4;
  /** What its addresses mean that are not of the web; of others it gives the words. */
  readonly places?: TextPlaces;
}

const none: TextPlaces = {};

/** Markdown as elements. No HTML of the text is ever put into the page, so a scenario from anywhere is safe to show. */
export function Markdown({ text, headingLevel, places = none }: MarkdownProps): ReactElement {
  return (
    <PlacesContext value={places}>
      <div className="markdown">{blocks(parseBlocks(text), headingLevel)}</div>
    </PlacesContext>
  );
}

/** Parts of a document never move: their place names them. */
const keyed = <Part,>(parts: readonly Part[], render: (part: Part) => ReactNode): ReactNode =>
  // biome-ignore lint/suspicious/noArrayIndexKey: see above
  parts.map((part, index) => <Fragment key={index}>{render(part)}</Fragment>);

const blocks = (parts: readonly Block[], base: number): ReactNode =>
  keyed(parts, (part) => block(part, base));

function block(part: Block, base: number): ReactElement {
  switch (part.kind) {
    case 'heading': {
      const Heading = `h${Math.min(6, part.level + base - 1)}` as 'h2';
      return <Heading>{inline(part.text)}</Heading>;
    }
    case 'paragraph':
      return <p>{inline(part.text)}</p>;
    case 'code':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
        <pre tabIndex={0}>
          <code>{part.text}</code>
        </pre>
      );
    case 'quote':
      return <blockquote>{blocks(part.blocks, base)}</blockquote>;
    case 'rule':
      return <hr />;
    case 'list': {
      const List = part.ordered ? 'ol' : 'ul';
      return <List>{keyed(part.items, (item) => listItem(item, base))}</List>;
    }
    case 'table':
      return tableOf(part.header, part.rows);
  }
}

/** An item of one paragraph is only its text. */
function listItem(item: readonly Block[], base: number): ReactElement {
  const [first, ...rest] = item;
  if (first?.kind !== 'paragraph') return <li>{blocks(item, base)}</li>;
  return (
    <li>
      {inline(first.text)}
      {blocks(rest, base)}
    </li>
  );
}

/** More rows nobody reads, and they would hold up the page. */
const mostRows = 300;

function tableOf(header: readonly Cell[], rows: readonly (readonly Cell[])[]): ReactElement {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields, and a section would be a landmark of each table
    <div className="table-scroll" tabIndex={0} role="group" aria-label="Table">
      <table>
        <thead>
          <tr>
            {keyed(header, (cell) =>
              // A heading without a word is none.
              cell.text === '' ? <td /> : <th align={cell.align}>{inline(cell.text)}</th>,
            )}
          </tr>
        </thead>
        <tbody>
          {keyed(rows.slice(0, mostRows), (row) => (
            <tr>
              {keyed(row, (cell) => (
                <td align={cell.align}>{inline(cell.text)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > mostRows && <p className="muted">{rows.length - mostRows} more rows are not shown.</p>}
    </div>
  );
}

const inline = (text: string): ReactNode => keyed(parseInline(text), inlineOf);

function inlineOf(part: Inline): ReactNode {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'code':
      return <code>{part.text}</code>;
    case 'strong':
      return <strong>{keyed(part.inlines, inlineOf)}</strong>;
    case 'emphasis':
      return <em>{keyed(part.inlines, inlineOf)}</em>;
    case 'image':
      return <Picture url={part.url} alt={part.alt} />;
    case 'reference':
      return <Reference url={part.url}>{keyed(part.inlines, inlineOf)}</Reference>;
    case 'link':
      return (
        <a href={part.url} target="_blank" rel="noreferrer">
          {keyed(part.inlines, inlineOf)}
        </a>
      );
  }
}
