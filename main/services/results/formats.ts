import { StudioError } from '../../../sim-core/contract/errors.ts';
import { suggestion } from '../../../sim-core/scenario/nearest-name.ts';

/** Formats of the tables of a result; each is also the ending of its files. */
export const tableFormats = ['csv', 'parquet', 'json', 'arrow'] as const;

export type TableFormat = (typeof tableFormats)[number];

/** Formats of a chart; each is also the ending of its file. */
export const pictureFormats = ['svg', 'png'] as const;

export type PictureFormat = (typeof pictureFormats)[number];

/** What a result can become: its tables, pictures of it, a page about it. */
export const exportFormats = [...tableFormats, ...pictureFormats, 'html'] as const;

export type ExportFormat = (typeof exportFormats)[number];

/** How tables are laid out: a column a metric, or a row a value. */
export type Layout = 'wide' | 'tidy';

/** `csv,parquet` as formats, each once. Throws `format.unknown`. */
export function formatsIn<Format extends string>(
  written: string,
  allowed: readonly Format[],
): readonly Format[] {
  const formats = written.split(',').map((part) => {
    const name = part.trim();
    const format = allowed.find((each) => each === name);
    if (format !== undefined) return format;
    throw new StudioError({
      code: 'format.unknown',
      message: `There is no format "${name.slice(0, 60)}".`,
      hint: suggestion(name, allowed),
      where: '--format',
    });
  });
  return [...new Set(formats)];
}
