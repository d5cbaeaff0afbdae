/** Where the commands of the registry stand in the menu: by the first part of their ids. */
export interface MenuPlace {
  readonly label: string;
  readonly of: readonly string[];
}

/** The rest stands in the last one, so that no command is missing from the menu. */
export const menus: readonly MenuPlace[] = [
  { label: 'File', of: ['project', 'export'] },
  { label: 'Edit', of: ['design', 'edit', 'scenario'] },
  { label: 'View', of: ['view', 'theme', 'export-theme', 'palette', 'moment'] },
  { label: 'Go', of: ['go'] },
  { label: 'Run', of: ['run', 'runs'] },
  { label: 'Explore', of: ['explore', 'compare'] },
  { label: 'Propose', of: ['propose', 'verify', 'publish'] },
  { label: 'Help', of: ['tour'] },
];

/** The menu that a command stands in. */
export function menuOf(id: string): string {
  // Commands that go to a screen are named after it.
  if (id.endsWith('.show') && id.split('.').length === 2) return 'Go';
  const [part = ''] = id.split('.');
  return (menus.find(({ of }) => of.includes(part)) ?? menus.at(-1))?.label ?? 'Help';
}
