import type { Command } from '../state/command.ts';

/** Commands whose title or keywords hold the beginning of every word that was typed; titles first. */
export function findCommands(commands: readonly Command[], query: string): Command[] {
  const wanted = wordsOf(query);
  const rank = ({ title, keywords }: Command): number => {
    const inTitle = wordsOf(title);
    const everywhere = [...inTitle, ...keywords.flatMap(wordsOf)];
    const holds = (words: readonly string[]) =>
      wanted.every((start) => words.some((word) => word.startsWith(start)));
    if (holds(inTitle)) return 2;
    return holds(everywhere) ? 1 : 0;
  };
  return commands
    .map((command) => ({ command, rank: rank(command) }))
    .filter((found) => found.rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ command }) => command);
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}.]+/gu) ?? [];
