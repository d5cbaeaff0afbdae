const narrow = /[iljtfrI.,:;'|!()[\] ]/;
const wide = /[mwMW%∞]/;
const bold = 1.12;

/** Width of a text in px, near enough to leave room for it: charts are also drawn where no font can be measured. */
export function textWidth(text: string, fontSize: number, weight: 400 | 600 = 400): number {
  let em = 0;
  for (const letter of text) em += narrow.test(letter) ? 0.37 : wide.test(letter) ? 0.94 : 0.64;
  return em * fontSize * (weight === 600 ? bold : 1);
}

/** Breaks a text into lines that fit. */
export function wrapText(text: string, fontSize: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, fontSize) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}
