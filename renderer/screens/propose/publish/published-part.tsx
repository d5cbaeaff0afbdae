import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { PublicationView } from '../../../../main/api/publish/publish-api.ts';
import { publicServers } from '../../../../main/api/publish/publish-settings.ts';
import { CommandButton } from '../../../state/command-button.tsx';
import { keptPublication } from '../../../state/publishing/publication-queries.ts';
import { useStudio } from '../../../state/studio-context.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { FollowPart } from './follow-part.tsx';
import { UnfinishedPart } from './unfinished-part.tsx';

interface PublishedPartProps {
  readonly publication: PublicationView;
  /** Name of the draft. */
  readonly draft: string;
}

/** The receipt of what was published, how its vote stands, and what can still be done. */
export function PublishedPart({ publication, draft }: PublishedPartProps): ReactElement {
  const { client } = useStudio();
  const { data: cancelled } = useQuery(keptPublication(client, draft, 'cancel'));
  const { data: updated } = useQuery(keptPublication(client, draft, 'update'));
  const gone = cancelled?.state === 'published';
  const { id, author, space, ipfs, sequencer } = publication;
  const page =
    sequencer === publicServers.mainnet.sequencer
      ? `https://snapshot.org/#/s:${encodeURIComponent(space)}/proposal/${id}`
      : undefined;
  return (
    <section className="publish-part" aria-label="Published">
      <p className={`publish-outcome check-${gone ? 'watch' : 'pass'}`} role="status">
        <Icon name={gone ? 'watch' : 'pass'} />
        <strong>{gone ? 'Published, and cancelled since' : 'Published'}</strong>
        {updated?.state === 'published' && !gone && <span className="muted">and updated since</span>}
      </p>
      <dl className="publish-words">
        <div>
          <dt>Id</dt>
          <dd className="mono">{id}</dd>
        </div>
        <div>
          <dt>Author</dt>
          <dd className="mono">{author}</dd>
        </div>
        {ipfs !== undefined && ipfs !== '' && (
          <div>
            <dt>IPFS</dt>
            <dd className="mono">{ipfs}</dd>
          </div>
        )}
        <div>
          <dt>Kept in</dt>
          <dd>proposals/{draft}.publication.json</dd>
        </div>
      </dl>
      <div className="publish-actions">
        {!gone && (
          <CommandButton command="publish.follow" icon="runs">
            Follow the vote
          </CommandButton>
        )}
        <CommandButton command="publish.copy-id" icon="copy">
          Copy the id
        </CommandButton>
        {page !== undefined && (
          <a className="button button-plain" href={page} target="_blank" rel="noreferrer">
            Open on Snapshot
          </a>
        )}
      </div>
      {!gone &&
        [updated, cancelled].map((each) => each && <UnfinishedPart key={each.kind} publication={each} />)}
      {!gone && <FollowPart id={id} draft={draft} />}
      {!gone && (
        <div className="publish-actions">
          <CommandButton command="publish.update">Update it to this text</CommandButton>
          <CommandButton command="publish.cancel">Cancel the proposal</CommandButton>
          <p className="small muted publish-wide">
            Both are signed like the proposal, by the signer below. It can be updated until voting starts;
            times and block stay.
          </p>
        </div>
      )}
    </section>
  );
}
