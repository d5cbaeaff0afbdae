import type { ReactElement } from 'react';
import type { Command } from '../../state/command.ts';
import { shortcutText } from '../../state/shortcut.ts';
import { useCommands } from '../../state/studio-context.tsx';
import './shortcuts.css';

/** Keys that belong to parts of screens and not to commands. */
const inPlaces: readonly { readonly title: string; readonly keys: readonly (readonly [string, string])[] }[] =
  [
    {
      title: 'In a chart',
      keys: [
        ['← →', 'Read off day by day'],
        ['T', 'Show its data as a table'],
      ],
    },
    {
      title: 'In lists and tables',
      keys: [
        ['↑ ↓', 'Move'],
        ['Enter', 'Open'],
        ['Space', 'Choose'],
        ['Shift ↑ ↓', 'Choose several'],
        ['Ctrl A', 'Choose all'],
        ['Esc', 'Close, or choose nothing'],
      ],
    },
    {
      title: 'In the SQL editor',
      keys: [
        ['Ctrl Enter', 'Ask'],
        ['Ctrl Space', 'Complete the word'],
        ['Esc, then Tab', 'Leave the editor'],
      ],
    },
  ];

/** Every key there is, from the commands themselves. */
export default function Shortcuts(): ReactElement {
  const commands = useCommands().filter(({ shortcut }) => shortcut !== undefined);
  return (
    <div className="shortcuts">
      <h1>Shortcuts</h1>
      <div className="shortcuts-groups">
        <Group title="Everywhere" keys={commands.map(keyOf)} />
        {inPlaces.map((place) => (
          <Group key={place.title} {...place} />
        ))}
      </div>
    </div>
  );
}

const keyOf = ({ shortcut = '', title }: Command): readonly [string, string] => [
  shortcutText(shortcut),
  title,
];

function Group({ title, keys }: (typeof inPlaces)[number]): ReactElement {
  return (
    <table>
      <caption>{title}</caption>
      <tbody>
        {keys.map(([key, what]) => (
          <tr key={`${key} ${what}`}>
            <th scope="row">
              <kbd>{key}</kbd>
            </th>
            <td>{what}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
