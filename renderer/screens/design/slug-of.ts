/** A title as the name of a folder: "Halving at 18 months" is `halving-at-18-months`. */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return (words ?? [])
    .join('-')
    .replace(/^[\d-]+/, '')
    .slice(0, 60)
    .replace(/-$/, '');
}
