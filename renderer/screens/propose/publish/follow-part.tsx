import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { ProposalStatus, VoteView } from '../../../../main/api/publish/proposal-status.ts';
import { toProblem } from '../../../../sim-core/contract/errors.ts';
import { followedProposal, mostVotes } from '../../../state/publishing/publication-queries.ts';
import { useStore } from '../../../state/store.ts';
import { useStudio } from '../../../state/studio-context.tsx';
import { fullNumber, percent, shortNumber } from '../../../ui/number-format.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { utcMoment } from './moment.ts';

/** How the vote stands, asked each minute while somebody looks, once the person wanted it. */
export function FollowPart({
  id,
  draft,
}: {
  readonly id: string;
  readonly draft: string;
}): ReactElement | null {
  const { client, publishing } = useStudio();
  const followed = useStore(publishing.followed) === id;
  const { data, error } = useQuery({ ...followedProposal(client, draft, id), enabled: followed });
  if (!followed) return null;
  return (
    <>
      {error !== null && <ProblemNote problem={toProblem(error)} />}
      {data === undefined ? (
        error === null && <p className="muted">Asking the hub…</p>
      ) : (
        <Standing status={data.status} votes={data.votes} />
      )}
    </>
  );
}

const states = {
  pending: 'Voting has not started',
  active: 'Voting is open',
  closed: 'Voting is over',
  unknown: 'The hub does not say whether voting is open',
} as const;

interface StandingProps {
  readonly status: ProposalStatus;
  readonly votes: readonly VoteView[];
}

function Standing({ status, votes }: StandingProps): ReactElement {
  const { state, start, end, total, quorum, results, final } = status;
  return (
    <div className="publish-follow">
      <p role="status">
        <strong>{states[state]}.</strong> From {utcMoment(start)} to {utcMoment(end)}.{' '}
        {status.votes === 1 ? '1 vote' : `${fullNumber(status.votes)} votes`} with a power of{' '}
        {shortNumber(total)}
        {quorum > 0 && ` of a quorum of ${shortNumber(quorum)}`}.{' '}
        <span className="muted">
          {final ? 'The result is final.' : 'Asked again every minute while this is open.'}
        </span>
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">Choice</th>
            <th scope="col" className="number">
              Power
            </th>
            <th scope="col" className="number">
              Share
            </th>
            <th scope="col">
              <span className="unseen">Bar</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {results.map(({ choice, power }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two choices may have one name
            <tr key={index}>
              <th scope="row">{choice}</th>
              <td className="number">{shortNumber(power)}</td>
              <td className="number">{total > 0 ? percent(power / total) : '–'}</td>
              <td className="publish-bar">
                <span style={{ width: total > 0 ? `${(100 * power) / total}%` : 0 }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {votes.length > 0 && (
        <details>
          <summary>{votes.length < mostVotes ? 'Votes' : `The ${mostVotes} votes of most power`}</summary>
          <ul className="publish-votes">
            {votes.map(({ voter, choice, power, reason }) => (
              <li key={voter}>
                <span className="mono">{`${voter.slice(0, 6)}…${voter.slice(-4)}`}</span> {choice}{' '}
                <span className="muted">{shortNumber(power)}</span>
                {reason !== '' && <span className="muted"> “{reason.slice(0, 140)}”</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
