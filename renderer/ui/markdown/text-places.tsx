import { createContext, type ReactElement, type ReactNode, useContext } from 'react';

/** What the addresses in a text lead to, where they are not of the web. */
export interface TextPlaces {
  /** The image that an address in the text stands for: an address of the studio or a data URL. */
  readonly picture?: (url: string) => string | undefined;
  /** The place of the studio that a link leads to, as `#/library`. */
  readonly link?: (url: string) => string | undefined;
}

export const PlacesContext = createContext<TextPlaces>({});

/** A link to a place of the studio; of any other, its words. */
export function Reference({
  url,
  children,
}: {
  readonly url: string;
  readonly children: ReactNode;
}): ReactElement {
  const place = useContext(PlacesContext).link?.(url);
  return place === undefined ? <em>{children}</em> : <a href={place}>{children}</a>;
}
