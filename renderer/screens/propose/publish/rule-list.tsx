import type { ReactElement } from 'react';
import type { Finding } from '../../../../main/api/publish/finding.ts';
import { fieldOfRule } from '../../../state/publishing/field-of-rule.ts';
import { Icon } from '../../../ui/icon.tsx';

interface RuleListProps {
  readonly findings: readonly Finding[];
  /** Leads to the place that a rule speaks of; absent where there is nothing to be led to. */
  readonly onShow?: (rule: string) => void;
}

const looks = {
  refused: { icon: 'fail', word: 'Stands against signing' },
  unknown: { icon: 'watch', word: 'Not known here' },
} as const;

/** Every rule that is broken, or that only a server can judge: what is wrong, what was looked at, what to do. */
export function RuleList({ findings, onShow }: RuleListProps): ReactElement {
  return (
    <ul className="publish-rules">
      {findings.map(({ rule, standing, message, value, fix, server }) => {
        const { icon, word } = looks[standing];
        return (
          <li key={rule} className={`check check-${icon}`}>
            <Icon name={icon} />
            <span className="publish-rule">
              <span className="unseen">{word}: </span>
              {message} <span className="mono">({shortened(value)})</span>{' '}
              <span className="muted">
                {fix}
                {server !== undefined && standing === 'refused' && ` Snapshot would answer “${server}”.`}
              </span>
            </span>
            {onShow !== undefined && fieldOfRule(rule) !== undefined ? (
              <button type="button" className="link" title={rule} onClick={() => onShow(rule)}>
                {rule}
                <span className="unseen">: show where</span>
              </button>
            ) : (
              <span className="small muted publish-rule-id">{rule}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

const shortened = (value: string): string => (value.length > 60 ? `${value.slice(0, 57)}…` : value);
