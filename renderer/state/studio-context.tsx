import { createContext, type ReactElement, type ReactNode, useContext } from 'react';
import type { Command } from './command.ts';
import type { Studio } from './studio.ts';

interface Given {
  readonly studio: Studio;
  readonly commands: readonly Command[];
}

const StudioContext = createContext<Given | undefined>(undefined);

/** Gives the studio and its commands to everything inside. */
export function StudioProvider({
  studio,
  commands,
  children,
}: Given & { readonly children: ReactNode }): ReactElement {
  return <StudioContext value={{ studio, commands }}>{children}</StudioContext>;
}

function useGiven(): Given {
  const given = useContext(StudioContext);
  if (given === undefined) throw new Error('this part stands outside StudioProvider');
  return given;
}

export const useStudio = (): Studio => useGiven().studio;
export const useCommands = (): readonly Command[] => useGiven().commands;
