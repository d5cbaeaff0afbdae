import { Outlet, useRouterState } from '@tanstack/react-router';
import { type ReactElement, useEffect } from 'react';
import { placeOf } from '../state/location.ts';
import { useStore } from '../state/store.ts';
import { useStudio } from '../state/studio-context.tsx';
import { Button } from '../ui/button.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Announcer } from './announcer.tsx';
import { OpenDialog } from './dialogs/open-dialog.tsx';
import { DropZone } from './drop-zone.tsx';
import { Palette } from './palette.tsx';
import { Rail } from './rail.tsx';
import { screens } from './screens.ts';
import { StatusBar } from './status-bar.tsx';
import { ToastList } from './toast-list.tsx';
import { TopBar } from './top-bar.tsx';
import { TourPanel } from './tour-panel.tsx';

/** What stands around every screen. */
export function Shell(): ReactElement {
  const path = useRouterState({ select: (state) => state.location.href });
  const { screen: id, scenario } = placeOf(path);
  const screen = screens.find((one) => one.id === id);
  useEffect(() => {
    document.title = `${screen?.title ?? ''} · DePIN Studio`;
  }, [screen]);
  return (
    <div className="shell">
      <TopBar />
      <Rail current={id} scenario={scenario} />
      <main id="content" tabIndex={-1}>
        <ProblemBanner />
        <Outlet />
      </main>
      <StatusBar scenario={scenario} />
      <Announcer />
      <Palette />
      <ToastList />
      <OpenDialog />
      <TourPanel />
      <DropZone />
    </div>
  );
}

/** The last thing that went wrong outside any place of its own. */
function ProblemBanner(): ReactElement | null {
  const { problem: store } = useStudio();
  const problem = useStore(store);
  if (problem === undefined) return null;
  return (
    <div className="banner">
      <ProblemNote problem={problem} />
      <Button kind="quiet" icon="cancel" aria-label="Dismiss" onClick={() => store.set(undefined)} />
    </div>
  );
}
