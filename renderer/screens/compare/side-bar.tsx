import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect } from 'react';
import { draftRef, mostSides, runRef } from '../../state/compare/side.ts';
import { isEdited } from '../../state/drafts.ts';
import { scenarioList } from '../../state/scenario-queries.ts';
import { useStore } from '../../state/store.ts';
import { useStudio } from '../../state/studio-context.tsx';
import { Button } from '../../ui/button.tsx';
import { type Pick, PickBox } from '../../ui/pick-box/pick-box.tsx';
import { whenText } from '../../ui/time-format.ts';
import { SideSwatch } from './side-swatch.tsx';

/** What is compared, the base first, and a box to add to it. */
export function SideBar({ refs }: { readonly refs: readonly string[] }): ReactElement {
  const { location, compare } = useStudio();
  const sides = useStore(compare.sides);
  const choices = useChoices();
  const go = (next: readonly string[]) =>
    location.go({ screen: 'compare', ...(next.length === 0 ? {} : { search: { with: next.join(',') } }) });
  const nameOf = (ref: string) =>
    sides.find((side) => side.ref === ref)?.label ?? choices.find(({ id }) => id === ref)?.label ?? ref;
  return (
    <div className="side-bar">
      <ul aria-label="What is compared">
        {refs.map((ref, place) => (
          <li key={ref} className="side-chip">
            <SideSwatch place={place} />
            <span className="side-name" title={sides.find((side) => side.ref === ref)?.title}>
              {nameOf(ref)}
              {place === 0 && <span className="small muted"> · base</span>}
            </span>
            {place > 0 && (
              <Button
                kind="quiet"
                icon="up"
                aria-label={`Make ${nameOf(ref)} the base`}
                title="Make it the base"
                onClick={() => go([ref, ...refs.filter((other) => other !== ref)])}
              />
            )}
            <Button
              kind="quiet"
              icon="cancel"
              aria-label={`Leave out ${nameOf(ref)}`}
              title="Leave it out"
              onClick={() => go(refs.filter((other) => other !== ref))}
            />
          </li>
        ))}
      </ul>
      {refs.length < mostSides && (
        <div className="side-add">
          <PickBox
            label="Add a scenario or run"
            placeholder="Add a scenario or run"
            picks={choices.filter(({ id }) => !refs.includes(id))}
            onPick={(ref) => go([...refs, ref])}
          />
        </div>
      )}
    </div>
  );
}

/** Scenarios, edits of them, and the latest kept runs. */
function useChoices(): readonly Pick[] {
  const { client, drafts, keptRuns } = useStudio();
  const { data: cards = [] } = useQuery(scenarioList(client));
  const open = useStore(drafts.all);
  const { rows = [] } = useStore(keptRuns.list);
  useEffect(() => void keptRuns.load(), [keptRuns]);
  const edited = [...open.values()].filter(isEdited);
  return [
    ...edited.map(({ scenario, good }) => ({
      id: draftRef(scenario),
      label: `${good.card.title}, edited`,
      about: '',
      group: 'Edited, not saved',
    })),
    ...cards
      .filter(({ problem }) => problem === undefined)
      .map(({ id, title, place }) => ({
        ...{ id, label: title, about: '' },
        group: place === 'shipped' ? 'Shipped scenario' : 'Scenario of the project',
      })),
    ...rows
      .filter(({ problem }) => problem === undefined)
      .slice(0, mostRuns)
      .map(({ run, title, changed, seeds, when }) => ({
        id: runRef(run),
        label: `${title}: ${changed.length === 0 ? 'as it is' : changed.map(({ path, to = 'gone' }) => `${path} ${to}`).join(', ')}`,
        about: `${seeds} seeds, ${whenText(when)}`,
        group: 'Kept run',
      })),
  ];
}

/** More make a list that nobody reads; the Runs screen has all, with filters. */
const mostRuns = 100;
