import { type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import type { ScreenProps } from '../../state/location.ts';
import { PlaceLink } from '../../state/place-link.tsx';
import { useStore } from '../../state/store.ts';
import { useStudio } from '../../state/studio-context.tsx';
import { EntryGroup, EntryScreen } from '../../ui/entries/entry-screen.tsx';
import { Markdown } from '../../ui/markdown/markdown.tsx';
import type { HelpPage } from './help-page.ts';
import { helpImage, helpPages } from './help-pages.ts';
import { docsPath, linkInHelp } from './link-in-help.ts';
import { type HelpHit, searchHelp } from './search-help.ts';
import './help.css';

const isPage = (id: string): boolean => helpPages.some((page) => page.id === id);

/** The documentation, as it stands in docs: read, and searched. */
export default function Help({ search }: ScreenProps): ReactElement {
  const [query, setQuery] = useState('');
  const hits = useMemo(() => searchHelp(helpPages, query), [query]);
  const page = helpPages.find(({ id }) => id === search.page) ?? helpPages[0];
  return (
    <EntryScreen
      title="Help"
      label="Pages"
      find="Search the documentation"
      query={query}
      onQuery={setQuery}
      list={query.trim() === '' ? <Contents current={page?.id} /> : <Hits hits={hits} />}
    >
      {page !== undefined && <Page page={page} part={search.part} missing={search.page} />}
    </EntryScreen>
  );
}

function Contents({ current }: { readonly current: string | undefined }): ReactElement {
  const groups = [...new Set(helpPages.map(({ group }) => group))];
  return (
    <>
      {groups.map((group) => (
        <EntryGroup key={group} title={group}>
          {helpPages
            .filter((page) => page.group === group)
            .map(({ id, title }) => (
              <li key={id}>
                <PlaceLink
                  to={{ screen: 'help', search: { page: id } }}
                  aria-current={id === current ? 'page' : undefined}
                >
                  {title}
                </PlaceLink>
              </li>
            ))}
        </EntryGroup>
      ))}
    </>
  );
}

const Hits = ({ hits }: { readonly hits: readonly HelpHit[] }): ReactElement => (
  <>
    <p className="muted" role="status">
      {hits.length === 0 ? 'No page has all of these words.' : `${hits.length} found`}
    </p>
    <ul>
      {hits.map(({ page, section, line }) => (
        <li key={`${page.id}#${section.anchor}`}>
          <PlaceLink to={{ screen: 'help', search: { page: page.id, part: section.anchor } }}>
            {section.heading === '' ? page.title : `${page.title}: ${section.heading}`}
            <span className="help-line">{line}</span>
          </PlaceLink>
        </li>
      ))}
    </ul>
  </>
);

interface PageProps {
  readonly page: HelpPage;
  readonly part: string | undefined;
  /** What the address asks for. */
  readonly missing: string | undefined;
}

function Page({ page, part, missing }: PageProps): ReactElement {
  const shown = useRef<HTMLElement>(null);
  useEffect(() => {
    const parts = [...(shown.current?.querySelectorAll(':scope > div') ?? [])];
    const at = page.sections.findIndex(({ anchor }) => anchor === part);
    if (at > 0) parts[at]?.scrollIntoView();
    else shown.current?.scrollTo(0, 0);
  }, [page, part]);
  const theme = useStore(useStudio().theme.theme);
  const places = useMemo(
    () => ({
      link: (url: string) => linkInHelp(page.id, url, isPage),
      picture: (url: string) => {
        const path = docsPath(page.id, url);
        return path === undefined ? undefined : helpImage(path, theme);
      },
    }),
    [page, theme],
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="entry-page help-page" ref={shown} tabIndex={0} aria-label={page.title}>
      {missing !== undefined && missing !== page.id && (
        <p className="muted">
          There is no page <code>{missing}</code>; this is the first.
        </p>
      )}
      {page.sections.map(({ anchor, text }) => (
        <div key={anchor}>
          <Markdown text={text} headingLevel={2} places={places} />
        </div>
      ))}
    </section>
  );
}
