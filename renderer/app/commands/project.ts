import type { Command } from '../../state/command.ts';
import { openProject } from '../../state/project.ts';
import { studioInfo } from '../../state/scenario-queries.ts';

/** Which project is open, and what of it may run. */
export const projectCommands: readonly Command[] = [
  {
    id: 'project.open',
    title: 'Open a project',
    keywords: ['folder', 'workspace', 'switch', 'recent'],
    shortcut: 'Mod+O',
    enabled: () => true,
    async run(studio) {
      const { client, queries, dialog } = studio;
      const { door } = await queries.fetchQuery(studioInfo(client));
      if (door !== 'desktop') return dialog.set('open-project');
      const { folder } = await client.call('projects.choose', {});
      if (folder !== null) await openProject(studio, folder);
    },
  },
  {
    id: 'project.code',
    title: "Look at the project's own code",
    keywords: ['mechanisms', 'modules', 'trust', 'allow'],
    enabled: () => true,
    run: ({ dialog }) => dialog.set('trust-code'),
  },
];
