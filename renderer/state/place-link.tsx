import { useRouter } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ReactElement } from 'react';
import { type Place, pathOf } from './location.ts';

interface PlaceLinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  readonly to: Place;
}

/** A link to a place of the studio. What its screen needs is loaded when a pointer or the focus comes near. */
export function PlaceLink({ to, children, ...anchor }: PlaceLinkProps): ReactElement {
  const router = useRouter();
  // What cannot be loaded ahead is told when it is shown.
  const preload = () => void router.preloadRoute({ to: pathOf({ screen: to.screen }) }).catch(() => {});
  return (
    <a {...anchor} href={`#${pathOf(to)}`} onPointerEnter={preload} onFocus={preload}>
      {children}
    </a>
  );
}
