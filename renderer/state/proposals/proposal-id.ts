/** The first heading of a proposal as the name of its file: "# Halves every 24 → 18" is `halves-every-24-18`. */
export function proposalId(text: string): string {
  const heading = /^#\s+(.+)$/m.exec(text)?.[1] ?? '';
  const words = heading
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const id = (words ?? []).join('-').slice(0, 60).replace(/-$/, '');
  return id === '' ? 'proposal' : id;
}
