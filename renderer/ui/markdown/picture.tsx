import { createContext, type ReactElement, useContext } from 'react';

/** SVG files that a text may show, by the address it gives them. */
export type Pictures = ReadonlyMap<string, string>;

export const PicturesContext = createContext<Pictures>(new Map());

interface PictureProps {
  readonly url: string;
  readonly alt: string;
}

/**
 * A picture that came with the text; of any other, what it shows in words. As an image an SVG file can neither run scripts nor
 * fetch anything, so a scenario from anywhere is safe to show.
 */
export function Picture({ url, alt }: PictureProps): ReactElement {
  const svg = useContext(PicturesContext).get(url);
  if (svg === undefined) return <>{alt}</>;
  return <img src={`data:image/svg+xml,${encodeURIComponent(svg)}`} alt={alt} />;
}
