import { type ReactElement, useId } from 'react';
import { CommandButton } from '../../../state/command-button.tsx';
import { namedIn } from '../../../state/publishing/known-for.ts';
import { useStore } from '../../../state/store.ts';
import { useStudio } from '../../../state/studio-context.tsx';
import { duration } from '../../../ui/time-format.ts';
import { Field, fieldIds } from './field.tsx';
import type { Head } from './use-head.ts';

/** Which space, which account, and what is known of them. */
export function SpaceForm({ head }: { readonly head: Head }): ReactElement {
  const { publishing } = useStudio();
  const last = useStore(publishing.last);
  const empty = head.value('space') === '' && head.value('from') === '';
  return (
    <div className="publish-fields publish-space">
      <Field field="space" name="Space" hint="Its id on Snapshot, such as weatherxm.eth.">
        <input
          {...fieldIds('space')}
          className="input"
          spellCheck={false}
          autoCapitalize="none"
          value={head.value('space')}
          onChange={({ target }) => head.set('space', target.value.trim())}
        />
      </Field>
      <Field field="from" name="Your account" hint="The address that proposes and signs: 0x and 40 digits.">
        <input
          {...fieldIds('from')}
          className="input mono"
          spellCheck={false}
          autoCapitalize="none"
          value={head.value('from')}
          onChange={({ target }) => head.set('from', target.value.trim())}
        />
      </Field>
      {empty && last !== undefined && (
        <p className="publish-wide">
          <CommandButton command="publish.last" icon="repeat">
            As last time: {last.space}
          </CommandButton>
        </p>
      )}
      <KnownAround head={head} />
    </div>
  );
}

/** Where the rules of the space come from: the hub, or settings that were pasted. */
function KnownAround({ head }: { readonly head: Head }): ReactElement {
  const studio = useStudio();
  const around = useStore(studio.publishing.around);
  const pasted = useStore(studio.publishing.pasted);
  const id = useId();
  const { space } = namedIn(head.text);
  const known = around?.space === space.toLowerCase() ? around : undefined;
  const seconds = known === undefined ? 0 : (Date.now() - known.at) / 1000;
  return (
    <div className="publish-wide publish-known">
      <p className="small">
        {known === undefined ? (
          <span className="muted">
            The rules of the space are not known yet. Signing asks the hub; nothing is asked before.
          </span>
        ) : known.known.space === null ? (
          `The hub has no space ${space}.`
        ) : (
          <>
            <strong>{known.known.space?.name}</strong>{' '}
            <span className="muted">
              {known.source === 'pasted' ? 'from pasted settings' : `asked ${duration(seconds)} ago`}
            </span>
          </>
        )}
      </p>
      <CommandButton command="publish.ask" icon="repeat">
        Ask the hub
      </CommandButton>
      <details className="publish-wide">
        <summary>Without a network: paste the space’s settings</summary>
        <label htmlFor={id} className="unseen">
          Settings of the space as JSON
        </label>
        <textarea
          id={id}
          className="input publish-text mono"
          rows={4}
          spellCheck={false}
          placeholder={'{ "network": "1", "voting": { "delay": 86400, "period": 259200 }, … }'}
          value={pasted}
          onChange={({ target }) => studio.publishing.pasted.set(target.value)}
        />
        <CommandButton command="publish.paste">Use these settings</CommandButton>
      </details>
    </div>
  );
}
