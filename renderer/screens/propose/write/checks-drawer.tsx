import { type ReactElement, useState } from 'react';
import type { Check } from '../../../state/proposals/checks.ts';
import { Icon } from '../../../ui/icon.tsx';

interface ChecksDrawerProps {
  readonly checks: readonly Check[];
  /** Whether it is open until the person says otherwise. */
  readonly startsOpen: boolean;
  onShow(line: number): void;
}

const words = { pass: 'Good', watch: 'Warning', fail: 'Wrong' } as const;

/** What is still wrong with the draft; a click goes to the line, and to the next such line when clicked again. */
export function ChecksDrawer({ checks, startsOpen, onShow }: ChecksDrawerProps): ReactElement {
  const [open, setOpen] = useState(startsOpen);
  return (
    <section className="checks" aria-label="Checks">
      <button type="button" className="checks-toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
        <strong>Checks</strong> {summaryOf(checks)}
      </button>
      {open && (
        <ul>
          {checks.map((check) => (
            <CheckRow key={check.id} check={check} onShow={onShow} />
          ))}
        </ul>
      )}
    </section>
  );
}

interface CheckRowProps {
  readonly check: Check;
  onShow(line: number): void;
}

function CheckRow({ check, onShow }: CheckRowProps): ReactElement {
  const { standing, text, fix, lines } = check;
  const [visited, setVisited] = useState(0);
  const line = lines[visited % Math.max(1, lines.length)];
  return (
    <li className={`check check-${standing}`}>
      <Icon name={standing} />
      <span>
        <span className="unseen">{words[standing]}: </span>
        {text} {fix !== undefined && <span className="muted">{fix}</span>}
      </span>
      {line !== undefined && standing !== 'pass' && (
        <button
          type="button"
          className="link"
          onClick={() => {
            onShow(line);
            setVisited(visited + 1);
          }}
        >
          line {line}
          {lines.length > 1 && (
            <span className="muted">
              {' '}
              ({(visited % lines.length) + 1} of {lines.length})
            </span>
          )}
          <span className="unseen">: {text}</span>
        </button>
      )}
    </li>
  );
}

function summaryOf(checks: readonly Check[]): string {
  const count = (standing: Check['standing']) => checks.filter((check) => check.standing === standing).length;
  const [wrong, warnings] = [count('fail'), count('watch')];
  if (wrong + warnings === 0) return 'all good';
  return [
    ...(wrong > 0 ? [`${wrong} wrong`] : []),
    ...(warnings > 0 ? [`${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`] : []),
    `${count('pass')} good`,
  ].join(', ');
}
