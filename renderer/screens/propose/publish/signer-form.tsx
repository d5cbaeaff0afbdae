import { type ReactElement, useId } from 'react';
import { attempt } from '../../../state/perform.ts';
import { type SignerKind, signerKinds } from '../../../state/publishing/publishing.ts';
import { useStore } from '../../../state/store.ts';
import { useStudio } from '../../../state/studio-context.tsx';
import { FileChoice } from '../../../ui/file-choice.tsx';
import type { Head } from './use-head.ts';

const titles: Readonly<Record<SignerKind, string>> = {
  browser: 'Wallet in the browser',
  keystore: 'Keystore file',
  rpc: 'Wallet or node at an address',
  safe: 'Owners of a Safe',
  export: 'Somewhere else',
};

const abouts: Readonly<Record<SignerKind, string>> = {
  browser: 'A page of this computer opens in your browser, once, and the wallet extension there signs.',
  keystore: 'An encrypted JSON file (version 3). Its password is asked for each signature and kept nowhere.',
  rpc: 'It listens on this computer, or over https: Frame, for instance, or a node.',
  safe: 'A file is written for the owners; their signatures are pasted here, in any order.',
  export: 'The typed data are written to be signed anywhere; the signature is pasted here.',
};

/** Who signs. */
export function SignerForm({ head }: { readonly head: Head }): ReactElement {
  const { publishing } = useStudio();
  const kind = useStore(publishing.signer);
  const url = useStore(publishing.signerUrl);
  const id = useId();
  return (
    <div className="publish-signer">
      <label htmlFor={id} className="unseen">
        Who signs
      </label>
      <select
        id={id}
        className="input"
        aria-describedby={`${id}-about`}
        value={kind}
        onChange={({ target }) =>
          publishing.signer.set(signerKinds.find((each) => each === target.value) ?? 'browser')
        }
      >
        {signerKinds.map((each) => (
          <option key={each} value={each}>
            {titles[each]}
          </option>
        ))}
      </select>
      <p className="small muted" id={`${id}-about`}>
        {abouts[kind]}
      </p>
      {kind === 'keystore' && <Keystore head={head} />}
      {kind === 'rpc' && (
        <input
          className="input publish-wide"
          type="url"
          aria-label="Address of the wallet or node"
          value={url}
          onChange={({ target }) => publishing.signerUrl.set(target.value)}
        />
      )}
    </div>
  );
}

/** Bytes; a keystore has some five hundred. */
const largest = 1024 * 1024;

function Keystore({ head }: { readonly head: Head }): ReactElement {
  const studio = useStudio();
  const { publishing } = studio;
  const chosen = useStore(publishing.keystore);
  const take = (file: File) =>
    attempt(studio, async () => {
      const text = file.size > largest ? '' : await file.text();
      publishing.keystore.set({ name: file.name, text });
      const address = addressIn(text);
      if (address !== undefined && head.value('from') === '') head.set('from', address);
    });
  return (
    <p className="publish-wide publish-file">
      <FileChoice accept=".json,application/json" onChoose={(file) => void take(file)}>
        Choose the file
      </FileChoice>
      <span className="small muted">{chosen?.name ?? 'None is chosen.'}</span>
    </p>
  );
}

/** The address that a keystore names in clear. */
function addressIn(text: string): string | undefined {
  const found = /"address"\s*:\s*"(?:0x)?([0-9a-fA-F]{40})"/.exec(text)?.[1];
  return found === undefined ? undefined : `0x${found.toLowerCase()}`;
}
