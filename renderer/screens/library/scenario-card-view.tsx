import type { ReactElement } from 'react';
import type { ListedScenario, ScenarioCard } from '../../../main/api/scenarios/scenarios-api.ts';
import { CommandButton } from '../../state/command-button.tsx';
import { PlaceLink } from '../../state/place-link.tsx';
import { fullNumber } from '../../ui/number-format.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { CourseSparkline } from './course-sparkline.tsx';

interface ScenarioCardViewProps {
  readonly card: ListedScenario;
  /** The scenario whose details are shown: this one, one of its variants, or another. */
  readonly selected: string | undefined;
}

/** A scenario in the grid: its question, what came of it, its size, what it was held against. */
export function ScenarioCardView({ card, selected }: ScenarioCardViewProps): ReactElement {
  const { id, title, question, network, calibratedTo, variants, course, problem } = card;
  const within = [id, ...variants.map((each) => each.id)].includes(selected ?? '');
  return (
    <article className="card" data-selected={within} data-broken={problem !== undefined}>
      <h2>
        <PlaceLink
          to={{ screen: 'library', scenario: id }}
          aria-current={selected === id ? 'true' : undefined}
        >
          {title}
        </PlaceLink>
      </h2>
      {problem === undefined ? (
        <>
          <p className="card-question">{question}</p>
          {course !== undefined && <CourseSparkline course={course} />}
          <p className="badges">
            <span className="badge">{network}</span>
            {calibratedTo !== undefined && (
              <span className="badge badge-calibrated">held against {calibratedTo}</span>
            )}
          </p>
          <Facts card={card} />
          <Mechanisms card={card} />
          <Variants card={card} selected={selected} />
          <div className="card-buttons">
            <CommandButton command={`scenario.open:${id}`}>Open</CommandButton>
            <CommandButton command={`scenario.run:${id}`} kind="primary" icon="play">
              Run
            </CommandButton>
            <CommandButton command={`scenario.duplicate:${id}`}>Duplicate</CommandButton>
          </div>
        </>
      ) : (
        <ProblemNote problem={problem}>
          {problem.code === 'extension.untrusted' ? (
            <CommandButton command="project.code">Look at the code</CommandButton>
          ) : (
            <PlaceLink className="button button-plain" to={{ screen: 'design', scenario: id }}>
              Mend its text
            </PlaceLink>
          )}
        </ProblemNote>
      )}
    </article>
  );
}

function Facts({ card: { days, startDate, providers } }: { readonly card: ScenarioCard }): ReactElement {
  const { rows, weight } = providers;
  return (
    <dl className="facts">
      <div>
        <dt>Span</dt>
        <dd>
          {fullNumber(days)} days from {startDate}
        </dd>
      </div>
      {rows > 0 && (
        <div>
          <dt>Providers</dt>
          <dd>
            {fullNumber(rows)} rows × {fullNumber(weight)} = {fullNumber(rows * weight)} units
          </dd>
        </div>
      )}
    </dl>
  );
}

/** Other scenarios of the same folder, such as one where rules of the record are let go. */
function Variants({ card, selected }: ScenarioCardViewProps): ReactElement | null {
  if (card.variants.length === 0) return null;
  return (
    <ul className="variants small" aria-label={`Variants of ${card.title}`}>
      {card.variants.map(({ id, title, problem }) => (
        <li key={id}>
          <PlaceLink
            to={{ screen: 'library', scenario: id }}
            aria-current={selected === id ? 'true' : undefined}
            title={problem?.message}
          >
            {title}
          </PlaceLink>
        </li>
      ))}
    </ul>
  );
}

/** Slots of what a network is about: who pays for what, and how the token comes and goes. Every network has the others. */
const telling = new Set([
  'emission',
  'reward',
  'settlement',
  'verification',
  'staking',
  'governance',
  'shocks',
]);
const mostShown = 6;

function Mechanisms({ card: { mechanisms } }: { readonly card: ScenarioCard }): ReactElement {
  const shown = mechanisms.filter(({ slot }) => telling.has(slot)).slice(0, mostShown);
  const rest = mechanisms.length - shown.length;
  return (
    <ul className="chips" aria-label="Mechanisms">
      {shown.map(({ id, slot, title }) => (
        <li key={id} className="chip" title={`${slot}: ${id}`}>
          {title}
        </li>
      ))}
      {rest > 0 && <li className="muted small chips-rest">and {rest} more</li>}
    </ul>
  );
}
