import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useSyncExternalStore } from 'react';
import { CommandButton } from '../state/command-button.tsx';
import { isEdited } from '../state/drafts.ts';
import { perform } from '../state/perform.ts';
import { PlaceLink } from '../state/place-link.tsx';
import { currentProject } from '../state/project.ts';
import { shortcutText } from '../state/shortcut.ts';
import { useStore } from '../state/store.ts';
import { useCommands, useStudio } from '../state/studio-context.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import { Menu } from '../ui/menu.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import './top-bar.css';

/** Name, search, the run under way wherever one is, theme. */
export function TopBar(): ReactElement {
  const studio = useStudio();
  return (
    <header className="top-bar">
      <button type="button" className="skip" onClick={() => document.getElementById('content')?.focus()}>
        Skip to content
      </button>
      <div className="top-bar-start">
        <PlaceLink className="brand" to={{ screen: 'library' }}>
          <Icon name="run" />
          DePIN Studio
        </PlaceLink>
        <ProjectButton />
      </div>
      <button
        type="button"
        className="search-button"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => studio.palette.set(true)}
      >
        <Icon name="search" />
        Search or run a command
        <kbd>{shortcutText('Mod+K')}</kbd>
      </button>
      <div className="top-bar-end">
        <OpenRun />
        <ThemeMenu />
      </div>
    </header>
  );
}

/** Which project is open; a click opens another. */
function ProjectButton(): ReactElement | null {
  const studio = useStudio();
  const { data } = useQuery(currentProject(studio.client));
  const edited = [...useStore(studio.drafts.all).values()].filter(isEdited).length;
  if (data === undefined) return null;
  return (
    <span className="project" title={data.project.folder}>
      <CommandButton kind="quiet" icon="folder" command="project.open">
        <span className="project-name">{data.project.name}</span>
      </CommandButton>
      {edited > 0 && (
        <span
          className="muted small unsaved"
          title={
            edited === 1
              ? '1 scenario has changes that are not saved'
              : `${edited} scenarios have changes that are not saved`
          }
        >
          {edited === 1 ? '1 unsaved' : `${edited} unsaved`}
        </span>
      )}
    </span>
  );
}

/** The run that workers are busy with, seen from every screen. */
function OpenRun(): ReactElement | null {
  const { simulation } = useStudio();
  const snapshot = useSyncExternalStore(simulation.subscribe, () => simulation.open()?.snapshot.get());
  if (snapshot === undefined) return null;
  const { request, progress, state } = snapshot;
  return (
    <div className="open-run">
      <PlaceLink to={{ screen: 'run', scenario: request.scenario }} title={request.title}>
        {state === 'paused' ? 'Paused' : 'Running'} {Math.floor(progress * 100)} %
      </PlaceLink>
      <ProgressBar label={`Progress of ${request.title}`} share={progress} />
      <CommandButton
        kind="quiet"
        icon={state === 'paused' ? 'play' : 'pause'}
        command={state === 'paused' ? 'run.resume' : 'run.pause'}
      />
      <CommandButton kind="quiet" icon="cancel" command="run.cancel" />
    </div>
  );
}

const themeIcons: Readonly<Record<string, IconName>> = { light: 'sun', dark: 'moon', system: 'screen' };

function ThemeMenu(): ReactElement {
  const studio = useStudio();
  const commands = useCommands().filter(({ id }) => id.startsWith('theme.'));
  const choice = useStore(studio.theme.choice);
  return (
    <Menu
      label="Theme"
      icon={themeIcons[choice] ?? 'screen'}
      items={commands.map((command) => ({
        text: command.title,
        chosen: command.id === `theme.${choice}`,
        choose: () => void perform(command, studio),
      }))}
    />
  );
}
