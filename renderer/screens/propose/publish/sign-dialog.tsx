import { type ReactElement, useId } from 'react';
import { publicServers } from '../../../../main/api/publish/publish-settings.ts';
import { CommandButton } from '../../../state/command-button.tsx';
import { perform } from '../../../state/perform.ts';
import type { OpenSigning } from '../../../state/publishing/publishing.ts';
import { hostOf } from '../../../state/publishing/web-address.ts';
import { useStore } from '../../../state/store.ts';
import { useCommands, useStudio } from '../../../state/studio-context.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { RuleList } from './rule-list.tsx';
import { WordsList } from './words-list.tsx';

const titles = {
  proposal: 'Sign and publish',
  update: 'Sign the update',
  cancel: 'Sign the cancellation',
} as const;

/** What is about to be signed, in words, with its hash: before anyone signs it. */
export function SignDialog(): ReactElement | null {
  const studio = useStudio();
  const commands = useCommands();
  const open = useStore(studio.publishing.signing);
  if (open === undefined) return null;
  const { kind, signing } = open;
  const stop = commands.find(({ id }) => id === 'publish.stop');
  return (
    <Dialog title={titles[kind]} onClose={() => stop !== undefined && void perform(stop, studio)}>
      <div className="sign">
        <p>
          Compare this with what your signer shows. Signing costs nothing and sends no transaction. It is sent
          to {hostOf(signing.sequencer)}.
        </p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
        <section className="sign-words" aria-label="What is signed" tabIndex={0}>
          <WordsList words={signing.words} />
        </section>
        <WordsList words={[{ name: 'Id: the hash that is signed', value: signing.id }]} />
        {signing.sequencer !== publicServers.mainnet.sequencer && (
          <p className="small muted">
            A signature is bound to no network: this one is valid on Snapshot’s main network too, for six
            days.
          </p>
        )}
        {signing.findings.length > 0 && (
          <details>
            <summary>
              {signing.findings.length === 1
                ? '1 rule can only be judged by the server'
                : `${signing.findings.length} rules can only be judged by the server`}
            </summary>
            <RuleList findings={signing.findings} />
          </details>
        )}
        <Step open={open} />
      </div>
    </Dialog>
  );
}

/** What the person does next, or waits for. */
function Step({ open }: { readonly open: OpenSigning }): ReactElement {
  const { publishing } = useStudio();
  const kind = useStore(publishing.signer);
  const url = useStore(publishing.signerUrl);
  const { signing, sending = false } = open;
  const problem = open.problem ?? signing.problem;
  if (sending) return <p role="status">Signed. It is being sent…</p>;
  if (signing.state === 'waiting')
    return (
      <>
        <p role="status">
          {kind === 'keystore'
            ? 'The key is being opened…'
            : kind === 'rpc'
              ? `Look at ${hostOf(url)}: it asks whether to sign.`
              : 'Sign on the page that has opened in your browser.'}
        </p>
        {signing.progress !== undefined && <ProgressBar label="Opening the key" share={signing.progress} />}
        {signing.page !== undefined && (
          <p className="small muted">
            No page?{' '}
            <a href={signing.page} target="_blank" rel="noreferrer">
              Open it here
            </a>
            ; the link works once.
          </p>
        )}
        <div className="dialog-buttons">
          <CommandButton command="publish.stop">Cancel</CommandButton>
        </div>
      </>
    );
  return (
    <>
      {problem !== undefined && <ProblemNote problem={problem} />}
      {kind === 'keystore' && <Password />}
      <div className="dialog-buttons">
        <CommandButton command="publish.stop">Cancel</CommandButton>
        <CommandButton command="publish.approve" kind="primary">
          {problem !== undefined
            ? 'Try again'
            : kind === 'browser'
              ? 'Open in browser to sign'
              : 'Sign and send'}
        </CommandButton>
      </div>
    </>
  );
}

function Password(): ReactElement {
  const studio = useStudio();
  const { publishing } = studio;
  const commands = useCommands();
  const password = useStore(publishing.password);
  const keystore = useStore(publishing.keystore);
  const id = useId();
  return (
    <form
      className="dialog-field"
      onSubmit={(event) => {
        event.preventDefault();
        const approve = commands.find((command) => command.id === 'publish.approve');
        if (approve !== undefined) void perform(approve, studio);
      }}
    >
      <label htmlFor={id}>Password of {keystore?.name ?? 'the keystore file'}</label>
      <input
        id={id}
        className="input"
        type="password"
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: the dialog is opened to type it
        autoFocus
        value={password}
        onChange={({ target }) => publishing.password.set(target.value)}
      />
    </form>
  );
}
