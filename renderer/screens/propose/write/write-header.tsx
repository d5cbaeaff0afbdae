import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { CommandButton } from '../../../state/command-button.tsx';
import { perform } from '../../../state/perform.ts';
import type { OpenProposal } from '../../../state/proposals/editing.ts';
import { useCommands, useStudio } from '../../../state/studio-context.tsx';
import { Menu } from '../../../ui/menu.tsx';

/** Ways to make a draft public, by their commands. */
const menu = [
  ['propose.copy', 'Copy Markdown'],
  ['propose.save-file', 'Save proposal.md'],
  ['propose.hand-on', 'Save for another venue'],
  ['propose.shorten', 'Shorten, with an annex'],
  ['publish.browser', 'Open in browser to sign'],
  ['publish.export', 'Export signing payload'],
  ['publish.pane', 'Space, rules and signer…'],
] as const;

/** Which draft is open, and what can be done with it. */
export function WriteHeader({ open }: { readonly open: OpenProposal | undefined }): ReactElement {
  const studio = useStudio();
  const { client, location } = studio;
  const { data: entries = [] } = useQuery({
    queryKey: ['proposals', open?.id],
    queryFn: () => client.call('proposals.list', {}),
  });
  const commands = useCommands();
  const publish = menu.flatMap(([id, text]) => {
    const command = commands.find((each) => each.id === id);
    return command === undefined ? [] : [{ text, choose: () => void perform(command, studio) }];
  });
  return (
    <header className="write-header">
      {entries.length > 0 && (
        <label className="field">
          Draft
          <select
            className="input"
            value={open?.id ?? ''}
            onChange={({ target }) => location.go({ screen: 'propose', search: { draft: target.value } })}
          >
            {open === undefined && <option value="">Choose a draft</option>}
            {entries.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
      {open !== undefined && (
        <>
          <span className="small muted write-saved">
            {open.problem !== undefined
              ? 'Not saved'
              : open.text === open.saved.text
                ? `Saved as proposals/${open.id}.md`
                : 'Saving…'}
          </span>
          <CommandButton command="propose.again" icon="repeat">
            Screen assumptions
          </CommandButton>
          <CommandButton command="propose.verify-own" icon="play">
            Re-run its evidence
          </CommandButton>
          <Menu label="Publish" icon="propose" text="Publish" items={publish} />
        </>
      )}
    </header>
  );
}
