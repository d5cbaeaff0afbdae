import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { linkToAsk } from '../../../state/proposals/link-to-ask.ts';
import { publishSettings } from '../../../state/publishing/publication-queries.ts';
import { hostOf } from '../../../state/publishing/web-address.ts';
import { useStore } from '../../../state/store.ts';
import { useStudio } from '../../../state/studio-context.tsx';

/** Of a link, whom Re-run will ask: nothing goes out before. Of a text that came from a link, where it is from. */
export function SourceNote(): ReactElement | null {
  const { proposals, client } = useStudio();
  const text = useStore(proposals.given);
  const source = useStore(proposals.source);
  const link = linkToAsk(text);
  const { data: servers } = useQuery({ ...publishSettings(client), enabled: link?.kind === 'id' });
  if (link === undefined)
    return source?.text === text ? <p className="small muted">From {source.from}.</p> : null;
  if (link.kind === 'refused')
    return (
      <p className="small muted" role="status">
        {link.problem.message} {link.problem.hint}
      </p>
    );
  const who =
    link.kind === 'address'
      ? link.host
      : `the hub of your settings${servers === undefined ? '' : ` (${hostOf(servers.hub)})`}`;
  return (
    <p className="small muted" role="status">
      A link: Re-run asks {who} for the text. Nothing is sent before.
    </p>
  );
}
