/** A text as the name of a file, of its letters and digits: "Halves every 24 → 18" is `halves-every-24-18`. */
export const slugOf = (text: string): string => cut(wordsOf(text));

/** The same as the id of a scenario, which begins with a letter: "18 months" is `months`. */
export const scenarioSlug = (title: string): string => cut(wordsOf(title).replace(/^[\d-]+/, ''));

const wordsOf = (text: string): string =>
  (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  ).join('-');

const cut = (slug: string): string => slug.slice(0, 60).replace(/-$/, '');
