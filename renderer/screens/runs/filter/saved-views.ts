/** A filter and an order under a name. */
export interface SavedView {
  readonly name: string;
  readonly filter: string;
  /** Column, and whether the largest comes first; absent: the latest first. */
  readonly sort?: { readonly id: string; readonly desc: boolean };
}

const key = 'studio.runs-views';
const most = 30;

export function readViews(storage: Pick<Storage, 'getItem'>): readonly SavedView[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.flatMap(viewIn) : [];
  } catch {
    return [];
  }
}

/** Answers the views with this one, in the place of one of the same name. */
export function withView(views: readonly SavedView[], view: SavedView): readonly SavedView[] {
  const others = views.filter(({ name }) => name !== view.name);
  return [...others, view].slice(-most);
}

export const writeViews = (storage: Pick<Storage, 'setItem'>, views: readonly SavedView[]): void =>
  storage.setItem(key, JSON.stringify(views));

function viewIn(kept: unknown): SavedView[] {
  const fields = fieldsOf(kept);
  const [name, filter] = [fields.get('name'), fields.get('filter')];
  if (typeof name !== 'string' || typeof filter !== 'string') return [];
  const sort = fieldsOf(fields.get('sort'));
  const id = sort.get('id');
  return [
    { name, filter, ...(typeof id === 'string' ? { sort: { id, desc: sort.get('desc') === true } } : {}) },
  ];
}

const fieldsOf = (value: unknown): ReadonlyMap<string, unknown> =>
  new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
