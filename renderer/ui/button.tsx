import type { ButtonHTMLAttributes, ReactElement, ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly kind?: 'primary' | 'plain' | 'quiet';
  readonly icon?: IconName;
  /** Absent: only the icon is seen, and `aria-label` has to name the button. */
  readonly children?: ReactNode;
}

/** A button: primary for the one thing a place is for, plain for the rest, quiet inside other parts. */
export function Button({
  kind = 'plain',
  icon,
  children,
  className = '',
  ...rest
}: ButtonProps): ReactElement {
  const only = children === undefined ? ' button-icon' : '';
  return (
    <button type="button" {...rest} className={`button button-${kind}${only} ${className}`.trim()}>
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </button>
  );
}
