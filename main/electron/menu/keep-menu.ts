import { Menu } from 'electron';
import type { ProjectsApi } from '../../api/projects/projects-api.ts';
import type { CommandNews } from '../../api/window/window-api.ts';
import { type MenuParts, menuTemplate } from './menu-template.ts';

interface KeptMenu extends Omit<MenuParts, 'commands' | 'recent'> {
  readonly api: Pick<ProjectsApi, 'projects.current'>;
}

/** Makes the application's menu anew whenever the page says that its commands have changed. */
export function keepMenu({ api, ...parts }: KeptMenu): (commands: readonly CommandNews[]) => Promise<void> {
  let latest: readonly CommandNews[] = [];
  const set = async (commands: readonly CommandNews[]): Promise<void> => {
    latest = commands;
    const { project, recent } = await api['projects.current']({});
    // What was said meanwhile is the newer.
    if (commands !== latest) return;
    const others = recent.filter(({ folder }) => folder !== project.folder);
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ ...parts, commands, recent: others })));
  };
  return set;
}
