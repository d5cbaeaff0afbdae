import { isMap, isScalar, isSeq, LineCounter, type Node } from 'yaml';
import { yamlDocument } from '../../../state/yaml-document.ts';

/** Where a parameter stands in a scenario's text. */
export interface ParameterPlace {
  /** From 1. */
  readonly line: number;
  /** Offset in the text. */
  readonly offset: number;
  /** Its data file, such as `data/hnt-weekly.csv`, and which column of it. */
  readonly file?: string;
  readonly column?: string;
}

/** What the text of a scenario says by itself, whether or not it makes a good scenario. */
export interface YamlFacts {
  /** Ids of the mechanisms it uses, in its order; undefined where it is no YAML. */
  readonly uses: readonly string[] | undefined;
  readonly places: ReadonlyMap<string, ParameterPlace>;
  /** Keys of `sources`. */
  readonly sources: readonly string[];
}

export function yamlFacts(text: string): YamlFacts {
  const lines = new LineCounter();
  const yaml = yamlDocument(text, lines);
  const places = new Map<string, ParameterPlace>();
  if (yaml === undefined || !isMap(yaml.contents)) return { uses: undefined, places, sources: [] };
  const uses: string[] = [];
  const bySlot = yaml.get('mechanisms');
  for (const { value: list } of isMap(bySlot) ? bySlot.items : []) {
    for (const use of isSeq(list) ? list.items : []) {
      const id = isMap(use) ? use.get('use') : undefined;
      if (!isMap(use) || typeof id !== 'string') continue;
      uses.push(id);
      const parameters = use.get('parameters');
      for (const { key, value } of isMap(parameters) ? parameters.items : []) {
        const offset = offsetOf(key);
        const place = { offset, line: lines.linePos(offset).line };
        places.set(`${id}.${nameOf(key)}`, { ...place, ...fileOf(value) });
      }
    }
  }
  const sources = yaml.get('sources');
  return { uses, places, sources: isMap(sources) ? sources.items.map(({ key }) => nameOf(key)) : [] };
}

const nameOf = (key: unknown): string => String(isScalar(key) ? key.value : key);

const offsetOf = (key: unknown): number => (isScalar(key) ? ((key as Node).range?.[0] ?? 0) : 0);

function fileOf(value: unknown): Pick<ParameterPlace, 'file' | 'column'> {
  if (!isMap(value)) return {};
  const [file, column] = [value.get('file'), value.get('column')];
  return {
    ...(typeof file === 'string' ? { file } : {}),
    ...(typeof column === 'string' ? { column } : {}),
  };
}
