import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useId } from 'react';
import { type PublishSettings, publicServers } from '../../../main/api/publish/publish-settings.ts';
import { CommandButton } from '../command-button.tsx';
import './servers-form.css';
import { Segmented } from '../../ui/segmented.tsx';
import { useStore } from '../store.ts';
import { useStudio } from '../studio-context.tsx';
import { publishSettings } from './publication-queries.ts';
import { hostOf } from './web-address.ts';

const networks = { mainnet: 'Snapshot', testnet: 'Its test network', other: 'Others' } as const;
type Network = keyof typeof networks;

const networkOf = ({ sequencer }: PublishSettings): Network =>
  sequencer === publicServers.mainnet.sequencer
    ? 'mainnet'
    : sequencer === publicServers.testnet.sequencer
      ? 'testnet'
      : 'other';

/** Which servers are asked, and only when a person asks. */
export function ServersForm(): ReactElement | null {
  const { client } = useStudio();
  const { data } = useQuery(publishSettings(client));
  if (data === undefined) return null;
  return (
    <details className="servers-part">
      <summary>
        Servers: {networks[networkOf(data)]}
        {data.rpc === undefined ? ', no RPC' : `, blocks from ${hostOf(data.rpc)}`}
      </summary>
      <Servers kept={data} />
    </details>
  );
}

function Servers({ kept }: { readonly kept: PublishSettings }): ReactElement {
  const { publishing } = useStudio();
  const now = useStore(publishing.servers) ?? kept;
  const network = networkOf(now);
  const change = (part: Partial<PublishSettings>) => publishing.servers.set({ ...now, ...part });
  const choose = (next: Network) =>
    change(next === 'other' ? { sequencer: '', hub: '' } : publicServers[next]);
  return (
    <div className="servers">
      <Segmented
        label="Network"
        value={network}
        options={(['mainnet', 'testnet', 'other'] as const).map((value) => ({
          value,
          text: networks[value],
        }))}
        onChange={choose}
      />
      {network === 'testnet' && (
        <p className="small">
          A signature is bound to no network: what you sign here is valid on the main one for six days. A
          space whose name exists there is refused.
        </p>
      )}
      {network === 'other' && (
        <>
          <Address
            name="Sequencer: takes proposals"
            value={now.sequencer}
            onChange={(sequencer) => change({ sequencer })}
          />
          <Address
            name="Hub: tells of spaces (GraphQL)"
            value={now.hub}
            onChange={(hub) => change({ hub })}
          />
        </>
      )}
      <Address
        name="RPC of the space’s network: tells its newest block"
        value={now.rpc ?? ''}
        onChange={(rpc) => change({ rpc })}
      />
      <Address
        name="Relayer: takes what a Safe signs on the chain"
        value={now.relayer ?? ''}
        onChange={(relayer) => change({ relayer })}
      />
      <CommandButton command="publish.keep-servers">Keep these servers</CommandButton>
    </div>
  );
}

interface AddressProps {
  readonly name: string;
  readonly value: string;
  onChange(value: string): void;
}

function Address({ name, value, onChange }: AddressProps): ReactElement {
  const id = useId();
  return (
    <div className="servers-field">
      <label htmlFor={id}>{name}</label>
      <input
        id={id}
        className="input"
        type="url"
        placeholder="https://"
        spellCheck={false}
        value={value}
        onChange={({ target }) => onChange(target.value.trim())}
      />
    </div>
  );
}
