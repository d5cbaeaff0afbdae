import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect } from 'react';
import {
  Button as AriaButton,
  ComboBox,
  Header,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
} from 'react-aria-components';
import { draftRef, mostSides } from '../../state/compare/side.ts';
import { isEdited } from '../../state/drafts.ts';
import { scenarioList } from '../../state/scenario-queries.ts';
import { useStore } from '../../state/store.ts';
import { useStudio } from '../../state/studio-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { SideSwatch } from './side-swatch.tsx';
import './side-list.css';

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
        <AddSide
          choices={choices.filter(({ id }) => !refs.includes(id))}
          onAdd={(ref) => go([...refs, ref])}
        />
      )}
    </div>
  );
}

interface Choice {
  readonly id: string;
  readonly label: string;
  readonly group: string;
}

/** Scenarios, edits of them, and the latest kept runs. */
function useChoices(): readonly Choice[] {
  const { client, drafts, keptRuns } = useStudio();
  const { data: cards = [] } = useQuery(scenarioList(client));
  const open = useStore(drafts.all);
  const { rows = [] } = useStore(keptRuns.list);
  useEffect(() => void keptRuns.load(), [keptRuns]);
  const edited = [...open.values()].filter(isEdited);
  return [
    ...edited.map(({ scenario, good }) => ({
      ...{ id: draftRef(scenario), label: `${good.card.title}, edited`, group: 'Edited, not saved' },
    })),
    ...cards
      .filter(({ problem }) => problem === undefined)
      .map(({ id, title, place }) => ({
        ...{
          id,
          label: title,
          group: place === 'shipped' ? 'Shipped scenarios' : 'Scenarios of the project',
        },
      })),
    ...rows
      .filter(({ problem }) => problem === undefined)
      .slice(0, mostRuns)
      .map(({ run, title, changed, seeds, when }) => ({
        id: `run:${run}`,
        label: `${title}: ${changed.length === 0 ? 'as it is' : changed.map(({ path, to = 'gone' }) => `${path} ${to}`).join(', ')} (${seeds} seeds, ${when.slice(0, 16).replace('T', ' ')})`,
        group: 'Kept runs',
      })),
  ];
}

/** More make a list that nobody reads; the Runs screen has all, with filters. */
const mostRuns = 100;

interface AddSideProps {
  readonly choices: readonly Choice[];
  onAdd(ref: string): void;
}

function AddSide({ choices, onAdd }: AddSideProps): ReactElement {
  const groups = [...new Set(choices.map(({ group }) => group))];
  return (
    <ComboBox
      className="side-add"
      menuTrigger="focus"
      selectedKey={null}
      defaultFilter={(text, wanted) =>
        wanted
          .toLowerCase()
          .split(/\s+/)
          .every((word) => text.toLowerCase().includes(word))
      }
      onSelectionChange={(key) => {
        if (key !== null) onAdd(String(key));
      }}
    >
      <Label className="unseen">Add a scenario or run</Label>
      <div className="side-add-input">
        <Input className="input" placeholder="Add a scenario or run" />
        <AriaButton className="button button-quiet button-icon" aria-label="Show what can be added">
          <Icon name="add" />
        </AriaButton>
      </div>
      <Popover className="side-list" placement="bottom start">
        <ListBox renderEmptyState={() => <p className="muted side-none">Nothing has this name.</p>}>
          {groups.map((group) => (
            <ListBoxSection key={group}>
              <Header className="side-group">{group}</Header>
              {choices
                .filter((choice) => choice.group === group)
                .map(({ id, label }) => (
                  <ListBoxItem key={id} id={id} textValue={`${label} ${id}`} className="side-item">
                    {label}
                  </ListBoxItem>
                ))}
            </ListBoxSection>
          ))}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
