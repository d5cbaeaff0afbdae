import { useQuery } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useLayoutEffect, useMemo } from 'react';
import { isWriting } from '../state/is-writing.ts';
import { perform } from '../state/perform.ts';
import { scenarioList } from '../state/scenario-queries.ts';
import { matchesShortcut } from '../state/shortcut.ts';
import type { Studio } from '../state/studio.ts';
import { StudioProvider } from '../state/studio-context.tsx';
import { commands } from './commands/index.ts';
import { scenarioCommands } from './commands/scenario.ts';

interface CommandedStudioProps {
  readonly studio: Studio;
  readonly children: ReactNode;
}

/** Gives the app its commands, those for the scenarios there are included, and listens for their shortcuts. */
export function CommandedStudio({ studio, children }: CommandedStudioProps): ReactElement {
  const { data: cards } = useQuery(scenarioList(studio.client));
  const all = useMemo(() => [...commands, ...scenarioCommands(cards ?? [])], [cards]);

  // Before the page can be seen: a key pressed at once must not be lost.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const writes = isWriting(event.target);
      const meant = all.filter(
        ({ shortcut, outsideText }) =>
          shortcut !== undefined && !(outsideText === true && writes) && matchesShortcut(shortcut, event),
      );
      if (meant.length === 0) return;
      event.preventDefault();
      const command = meant.find((one) => one.enabled(studio));
      if (command !== undefined && !event.repeat) void perform(command, studio);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [all, studio]);

  return (
    <StudioProvider studio={studio} commands={all}>
      {children}
    </StudioProvider>
  );
}
