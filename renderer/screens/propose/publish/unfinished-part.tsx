import type { ReactElement } from 'react';
import type { PublicationView } from '../../../../main/api/publish/publish-api.ts';
import { CommandButton } from '../../../state/command-button.tsx';
import { useStore } from '../../../state/store.ts';
import { useStudio } from '../../../state/studio-context.tsx';
import { ProblemNote } from '../../../ui/problem-note.tsx';

/** Where an earlier attempt got to: nothing of it is lost, and nothing was published by halves. */
export function UnfinishedPart({
  publication,
}: {
  readonly publication: PublicationView;
}): ReactElement | null {
  const { state, id, refusal, refused } = publication;
  const told = useStore(useStudio().publishing.problem)?.code;
  // Just refused: that is told below, with the same words.
  if (state === 'refused' && told === 'publish.refused') return null;
  if (state === 'refused')
    return (
      <ProblemNote
        problem={{
          code: 'publish.refused',
          message: refusal ?? 'The server refused it.',
          ...(refused === undefined ? {} : { where: refused.rule, hint: refused.fix }),
        }}
      />
    );
  if (state !== 'signed' && state !== 'sent') return null;
  return (
    <ProblemNote
      kind="warning"
      problem={{
        code: `publish.${state}`,
        message:
          state === 'signed'
            ? 'It is signed, and was not sent.'
            : 'It was sent, and no answer came: it may be published.',
        hint: 'Sending again looks it up first and sends the same signature; nothing is signed anew.',
        where: id,
      }}
    >
      <CommandButton command="publish.send">Send again</CommandButton>
    </ProblemNote>
  );
}
