import { type ReactElement, type ReactNode, useSyncExternalStore } from 'react';
import { Button } from '../ui/button.tsx';
import type { IconName } from '../ui/icon.tsx';
import { perform } from './perform.ts';
import { shortcutText } from './shortcut.ts';
import { useCommands, useStudio } from './studio-context.tsx';

interface CommandButtonProps {
  /** Id of the command. */
  readonly command: string;
  readonly kind?: 'primary' | 'plain' | 'quiet';
  readonly icon?: IconName;
  /** Absent: only the icon; the command's title names the button. */
  readonly children?: ReactNode;
}

/** A button that performs a command, and is disabled while that makes no sense. */
export function CommandButton({ command: id, children, ...look }: CommandButtonProps): ReactElement {
  const studio = useStudio();
  const command = useCommands().find((one) => one.id === id);
  // Commands of a scenario, such as `scenario.open:small`, come with the list of scenarios; a screen may have read it a moment earlier.
  if (command === undefined && !id.includes(':')) throw new Error(`there is no command ${id}`);
  const enabled = useSyncExternalStore(studio.subscribe, () => command?.enabled(studio) ?? false);
  const keys = command?.shortcut === undefined ? '' : ` (${shortcutText(command.shortcut)})`;
  const title = command === undefined ? undefined : `${command.title}${keys}`;
  return (
    <Button
      {...look}
      title={title}
      aria-label={children === undefined ? (command?.title ?? 'Loading') : undefined}
      disabled={!enabled}
      onClick={() => {
        if (command !== undefined) void perform(command, studio);
      }}
    >
      {children}
    </Button>
  );
}
