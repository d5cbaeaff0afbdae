import { type ReactElement, useContext } from 'react';
import { PlacesContext } from './text-places.tsx';

interface PictureProps {
  readonly url: string;
  readonly alt: string;
}

/** A picture that is known; of any other, what it shows in words. */
export function Picture({ url, alt }: PictureProps): ReactElement | string {
  const address = useContext(PlacesContext).picture?.(url);
  return address === undefined ? alt : <img src={address} alt={alt} />;
}

/** An SVG file as an address: as an image it can neither run scripts nor fetch anything, wherever it comes from. */
export const svgAddress = (svg: string): string => `data:image/svg+xml,${encodeURIComponent(svg)}`;
