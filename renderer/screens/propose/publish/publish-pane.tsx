import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useEffect } from 'react';
import type { Finding } from '../../../../main/api/publish/finding.ts';
import type { Preflight } from '../../../../main/api/publish/publish-api.ts';
import type { Problem } from '../../../../sim-core/contract/errors.ts';
import { perform } from '../../../state/perform.ts';
import type { OpenProposal } from '../../../state/proposals/editing.ts';
import { fieldOfRule } from '../../../state/publishing/field-of-rule.ts';
import { knownFor } from '../../../state/publishing/known-for.ts';
import { lineOfField } from '../../../state/publishing/line-of-field.ts';
import { keptPublication } from '../../../state/publishing/publication-queries.ts';
import { ServersForm } from '../../../state/publishing/servers-form.tsx';
import { useStore } from '../../../state/store.ts';
import { useCommands, useStudio } from '../../../state/studio-context.tsx';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { ElsewherePart } from './elsewhere-part.tsx';
import { fieldIds } from './field.tsx';
import './publish.css';
import './signing.css';
import { PublishFoot } from './publish-foot.tsx';
import { PublishedPart } from './published-part.tsx';
import { RuleList } from './rule-list.tsx';
import { SignerForm } from './signer-form.tsx';
import { SpaceForm } from './space-form.tsx';
import { UnfinishedPart } from './unfinished-part.tsx';
import { useHead } from './use-head.ts';
import { VoteForm } from './vote-form.tsx';

interface PublishPaneProps {
  readonly open: OpenProposal;
  readonly checked: Preflight | undefined;
  /** What stands above the text cannot be read. */
  readonly unreadable: Problem | undefined;
  /** Shows a line of the text. */
  onShow(line: number): void;
}

/** From the draft to a vote: where, how, who signs, and what Snapshot's rules say to it. */
export function PublishPane({ open, checked, unreadable, onShow }: PublishPaneProps): ReactElement {
  const studio = useStudio();
  const { client, publishing } = studio;
  const commands = useCommands();
  const head = useHead(open.text);
  const space = knownFor(open.text, useStore(publishing.around)).space ?? undefined;
  const { data: kept } = useQuery(keptPublication(client, open.id, 'proposal'));
  useWanted(open.text, onShow);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const next = signer === 'safe' || signer === 'export' ? 'publish.export' : 'publish.sign';
    const command = commands.find(({ id }) => id === next);
    if (command !== undefined) void perform(command, studio);
  };
  const signer = useStore(publishing.signer);
  const show = (rule: string) => publishing.wanted.set(fieldOfRule(rule));
  const published = kept?.state === 'published';
  return (
    <section className="publish" aria-label="Publish">
      <div className="publish-scroll">
        {published && <PublishedPart publication={kept} draft={open.id} />}
        {kept !== undefined && kept !== null && !published && <UnfinishedPart publication={kept} />}
        <form onSubmit={submit}>
          <section className="publish-part" aria-label="Space and account">
            <h2>Space and account</h2>
            <SpaceForm head={head} />
          </section>
          <section className="publish-part" aria-label="The vote">
            <h2>The vote</h2>
            <VoteForm head={head} space={space} checked={checked} />
          </section>
          {!published && <Rules checked={checked} unreadable={unreadable} onShow={show} />}
          <section className="publish-part" aria-label="Signing">
            <h2>Who signs</h2>
            <SignerForm head={head} />
            {!published && (signer === 'safe' || signer === 'export') && <ElsewherePart draft={open.id} />}
          </section>
          {/* Enter in any field goes on, as the button above does. */}
          <button type="submit" hidden />
        </form>
        <ServersForm />
      </div>
      <Told />
      {!published && <PublishFoot checked={checked} />}
    </section>
  );
}

/** What is under way, and what went wrong. */
function Told(): ReactElement {
  const { publishing } = useStudio();
  const doing = useStore(publishing.doing);
  const problem = useStore(publishing.problem);
  const nothing = doing === undefined && problem === undefined;
  return (
    <div className={nothing ? 'unseen' : 'publish-told'}>
      <p role="status" className="muted">
        {doing}
      </p>
      {problem !== undefined && <ProblemNote problem={problem} />}
    </div>
  );
}

interface RulesProps extends Pick<PublishPaneProps, 'checked' | 'unreadable'> {
  onShow(rule: string): void;
}

function Rules({ checked, unreadable, onShow }: RulesProps): ReactElement {
  const findings = checked?.findings ?? [];
  const isRefused = ({ standing }: Finding) => standing === 'refused';
  return (
    <section className="publish-part" aria-label="Rules of Snapshot" id="publish-rules">
      <h2>Rules of Snapshot</h2>
      {unreadable !== undefined && <ProblemNote problem={unreadable} />}
      {checked === undefined && unreadable === undefined && <p className="muted">Checking…</p>}
      {checked !== undefined && findings.length === 0 && unreadable === undefined && (
        <p className="muted">Every rule holds.</p>
      )}
      <RuleList
        findings={[...findings.filter(isRefused), ...findings.filter((each) => !isRefused(each))]}
        onShow={onShow}
      />
    </section>
  );
}

/** Goes to what a rule speaks of, or what is missing: the line that says it, or the field where it can be said. */
function useWanted(text: string, onShow: (line: number) => void): void {
  const { publishing } = useStudio();
  const wanted = useStore(publishing.wanted);
  useEffect(() => {
    if (wanted === undefined) return;
    publishing.wanted.set(undefined);
    const line = lineOfField(text, wanted);
    if (line !== undefined) return onShow(line);
    const control = document.getElementById(fieldIds(wanted).id);
    control?.closest('details')?.setAttribute('open', '');
    control?.focus();
  }, [wanted, text, onShow, publishing]);
}
