/** Text that is HTML already; made by `html` and `trusted` alone, so that nothing else gets onto a page unescaped. */
export interface Html {
  readonly [markup]: string;
}

const markup: unique symbol = Symbol('markup');

/** What a template takes: text is escaped, lists are joined, nothing is nothing. */
export type Inset = string | number | Html | undefined | readonly Inset[];

/** HTML from a template; every text that is put in is escaped, for elements and for attributes in quotation marks. */
export const html = (parts: TemplateStringsArray, ...insets: readonly Inset[]): Html => ({
  [markup]: parts.map((part, index) => part + (index < insets.length ? textOf(insets[index]) : '')).join(''),
});

/** Markup of our own making, such as a chart. */
export const trusted = (text: string): Html => ({ [markup]: text });

export const htmlText = (made: Html): string => made[markup];

function textOf(inset: Inset): string {
  if (inset === undefined) return '';
  if (typeof inset === 'string' || typeof inset === 'number') return escaped(`${inset}`);
  return isList(inset) ? inset.map(textOf).join('') : inset[markup];
}

const isList = (inset: Html | readonly Inset[]): inset is readonly Inset[] => Array.isArray(inset);

const marks: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);
