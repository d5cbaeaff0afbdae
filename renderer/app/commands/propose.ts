import type { Command } from '../../state/command.ts';

export const proposeCommands: readonly Command[] = [];
