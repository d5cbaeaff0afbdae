import { memo, type ReactElement } from 'react';
import { proposalText } from '../../../state/proposals/proposal-text.ts';
import { Markdown } from '../../../ui/markdown/markdown.tsx';

/** More than any venue takes: what is longer costs time to show and cannot be published. */
const mostShown = 60_000;

/** What a venue shows: title, text, tables. HTML of the text is text; addresses that are none of the web are no links. */
export const Preview = memo(function Preview({ text }: { readonly text: string }): ReactElement {
  const { title, body } = proposalText(text);
  const cut = body.length > mostShown;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section className="write-preview" aria-label="Preview" tabIndex={0}>
      <h2 className="write-title">{title === '' ? 'No title yet' : title}</h2>
      <Markdown text={cut ? body.slice(0, mostShown) : body} headingLevel={2} />
      {cut && <p className="muted">The rest is not shown: it is longer than any venue takes.</p>}
    </section>
  );
});
