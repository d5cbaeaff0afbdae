/** A text as SQL writes it. */
export const textLiteral = (text: string): string => `'${text.replaceAll("'", "''")}'`;
