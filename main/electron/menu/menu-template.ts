import type { MenuItemConstructorOptions } from 'electron';
import type { ProjectView } from '../../api/projects/projects-api.ts';
import type { CommandNews } from '../../api/window/window-api.ts';
import { menuOf, menus } from './menus.ts';

/** What the menu is made of, and what its items do. */
export interface MenuParts {
  readonly commands: readonly CommandNews[];
  /** Projects that were open, the latest first, without the one that is. */
  readonly recent: readonly ProjectView[];
  readonly mac: boolean;
  perform(id: string): void;
  openProject(folder: string): void;
  openFile(): void;
  showLog(): void;
}

type Item = MenuItemConstructorOptions;
const line: Item = { type: 'separator' };

/** The application's menu: every command of the registry once, beside what a system expects of any app. */
export function menuTemplate(parts: MenuParts): Item[] {
  const { commands, mac } = parts;
  const own = (label: string): Item[] =>
    commands.filter(({ id }) => menuOf(id) === label).map((command) => itemOf(command, parts));
  const before: Readonly<Record<string, Item[]>> = { File: fileItems(parts), Edit: editItems };
  const after: Readonly<Record<string, Item[]>> = {
    File: [mac ? { role: 'close' } : { role: 'quit' }],
    View: [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, { role: 'togglefullscreen' }],
    Help: [{ label: 'Show the log', click: parts.showLog }],
  };
  const middle = menus.map(
    ({ label }): Item => ({
      label,
      submenu: joined([before[label] ?? [], own(label), after[label] ?? []]),
    }),
  );
  return [...(mac ? [{ role: 'appMenu' } satisfies Item] : []), ...middle];
}

function itemOf({ id, title, shortcut, enabled }: CommandNews, { perform }: MenuParts): Item {
  return {
    id,
    label: title,
    enabled,
    click: () => perform(id),
    // Shown, not taken: the page listens for its shortcuts itself, and knows when one belongs to a text field.
    ...(shortcut === undefined
      ? {}
      : { accelerator: shortcut.replace('Mod', 'CommandOrControl'), registerAccelerator: false }),
  };
}

const fileItems = ({ recent, openFile, openProject }: MenuParts): Item[] => [
  { label: 'Open a file…', click: openFile },
  {
    label: 'Open recent',
    enabled: recent.length > 0,
    submenu: recent.map(({ name, folder }) => ({
      label: name,
      toolTip: folder,
      click: () => openProject(folder),
    })),
  },
];

const editItems: Item[] = [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }];

/** The groups that hold something, with a line between them. */
const joined = (groups: readonly Item[][]): Item[] =>
  groups
    .filter((group) => group.length > 0)
    .flatMap((group, index) => (index === 0 ? group : [line, ...group]));
