import type { ReactElement } from 'react';
import { votingTypes } from '../../../../main/api/publish/draft.ts';
import type { SpaceSettings } from '../../../../main/api/publish/known.ts';
import type { Preflight } from '../../../../main/api/publish/publish-api.ts';
import { proposalText } from '../../../state/proposals/proposal-text.ts';
import { fullNumber } from '../../../ui/number-format.ts';
import { Field, fieldIds } from './field.tsx';
import { localField, secondsOfField, spanWords, utcMoment } from './moment.ts';
import type { Head } from './use-head.ts';

interface VoteFormProps {
  readonly head: Head;
  readonly space: SpaceSettings | undefined;
  readonly checked: Preflight | undefined;
}

/** How is voted, on what, when, and with the balances of which block. */
export function VoteForm({ head, space, checked }: VoteFormProps): ReactElement {
  const { choices } = proposalText(head.text);
  return (
    <div className="publish-fields">
      <Field field="choices" name="Choices" hint="One a line.">
        <textarea
          {...fieldIds('choices')}
          className="input publish-text"
          rows={Math.min(6, Math.max(3, choices.length))}
          value={choices.join('\n')}
          onChange={({ target }) => head.set('choices', target.value.split('\n'))}
        />
      </Field>
      <div className="publish-stack">
        <Field field="type" name="Way of voting" hint={typeHint(space)}>
          <select
            {...fieldIds('type')}
            className="input"
            value={head.value('type') || 'basic'}
            onChange={({ target }) => head.set('type', target.value)}
          >
            {votingTypes.map((type) => (
              <option key={type} value={type}>
                {type}
              </option>
            ))}
          </select>
        </Field>
        <Block head={head} checked={checked} />
      </div>
      <Times head={head} space={space} checked={checked} />
      <More head={head} space={space} />
    </div>
  );
}

const typeHint = (space: SpaceSettings | undefined): string =>
  space?.voting.type ? `This space votes by ${space.voting.type} only.` : 'Basic: for, against, abstain.';

function Block({ head, checked }: Pick<VoteFormProps, 'head' | 'checked'>): ReactElement {
  const block = Number(checked?.data.message.snapshot ?? 0);
  const typed = head.value('block') !== '';
  return (
    <Field
      field="block"
      name="Block whose balances vote"
      hint={
        typed || block === 0
          ? 'Type it, or set an RPC address under Servers: it is never guessed.'
          : `${fullNumber(block)}, ten behind the newest of the RPC.`
      }
    >
      <input
        {...fieldIds('block')}
        className="input"
        inputMode="numeric"
        placeholder={block === 0 ? '' : String(block)}
        value={head.value('block')}
        onChange={({ target }) => head.set('block', target.value.replace(/\D/g, ''))}
      />
    </Field>
  );
}

/** Computed from one reading of the clock and what the space prescribes, to the second. */
function Times({ head, space, checked }: VoteFormProps): ReactElement | null {
  if (checked === undefined) return null;
  const { timestamp, start, end } = checked.data.message;
  const [at, from, to] = [Number(timestamp), Number(start), Number(end)];
  const own = head.value('start') !== '' || head.value('period') !== '';
  const because = own
    ? ''
    : space === undefined
      ? 'The space’s own delay and period are not known yet.'
      : `The space prescribes ${space.voting.delay > 0 ? `a delay of ${spanWords(space.voting.delay)}` : 'no delay'} and ${space.voting.period > 0 ? `a period of ${spanWords(space.voting.period)}` : 'no period'}.`;
  return (
    <p className="publish-wide small">
      Signed now, voting runs from <strong>{utcMoment(from)}</strong> to <strong>{utcMoment(to)}</strong>:{' '}
      {from > at ? `it starts ${spanWords(from - at)} later and lasts` : 'it starts at once and lasts'}{' '}
      {spanWords(to - from)}. <span className="muted">{because}</span>
    </p>
  );
}

/** What most proposals leave as it is. */
function More({ head, space }: Pick<VoteFormProps, 'head' | 'space'>): ReactElement {
  const start = Number(head.value('start'));
  const period = Number(head.value('period'));
  return (
    <details
      className="publish-wide"
      open={['start', 'period', 'labels', 'privacy'].some((key) => head.value(key) !== '')}
    >
      <summary>Discussion, labels, privacy, times of your own</summary>
      <div className="publish-fields">
        <Field field="discussion" name="Link to the discussion" hint="Where people talk about it.">
          <input
            {...fieldIds('discussion')}
            className="input"
            type="url"
            placeholder="https://"
            value={head.value('discussion')}
            onChange={({ target }) => head.set('discussion', target.value.trim())}
          />
        </Field>
        <Labels head={head} space={space} />
        <Field field="start" name="Voting starts" hint="Empty: as soon as the space lets it.">
          <input
            {...fieldIds('start')}
            className="input"
            type="datetime-local"
            value={start > 0 ? localField(start) : ''}
            onChange={({ target }) => head.set('start', String(secondsOfField(target.value) ?? ''))}
          />
        </Field>
        <Field field="period" name="Days of voting" hint="Empty: as the space prescribes, or three.">
          <input
            {...fieldIds('period')}
            className="input"
            type="number"
            min={0}
            step="any"
            value={period > 0 ? period / 86_400 : ''}
            onChange={({ target }) =>
              head.set('period', target.value === '' ? '' : String(Math.round(target.valueAsNumber * 86_400)))
            }
          />
        </Field>
        <Field field="privacy" name="Privacy" hint="Private: votes are seen when voting is over.">
          <select
            {...fieldIds('privacy')}
            className="input"
            value={head.value('privacy')}
            onChange={({ target }) => head.set('privacy', target.value)}
          >
            <option value="">public votes</option>
            <option value="shutter">private by shutter</option>
          </select>
        </Field>
      </div>
    </details>
  );
}

function Labels({ head, space }: Pick<VoteFormProps, 'head' | 'space'>): ReactElement {
  const there = space?.labels.map(({ id, name }) => `${id} (${name})`).join(', ');
  return (
    <Field
      field="labels"
      name="Labels"
      hint={
        there === undefined || there === '' ? 'Their ids, with commas between.' : `The space has ${there}.`
      }
    >
      <input
        {...fieldIds('labels')}
        className="input"
        spellCheck={false}
        value={(head.list('labels') ?? []).join(', ')}
        onChange={({ target }) =>
          head.set(
            'labels',
            target.value === '' ? [] : target.value.split(',').map((each) => each.trimStart()),
          )
        }
      />
    </Field>
  );
}
