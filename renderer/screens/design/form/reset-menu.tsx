import type { ReactElement } from 'react';
import { Menu } from '../../../ui/menu.tsx';
import { quantity } from '../../../ui/number-format.ts';
import type { FormRow } from './form-groups.ts';
import type { RowHands } from './row-hands.ts';
import { sameValue } from './value-kind.ts';

/** Ways back for a value, where there are any. */
export function ResetMenu({ row, hands }: { readonly row: FormRow; readonly hands: RowHands }): ReactElement {
  const { path, label, base, changed, declared, value, unit } = row;
  const items = [];
  if (changed && base !== undefined) {
    items.push({ text: `Back to base: ${base.shown}`, choose: () => hands.resetToBase(path) });
  }
  const usual = declared.default;
  if (path.includes('.') && usual !== undefined && !sameValue(usual, value)) {
    const words = typeof usual === 'number' && declared.kind === 'number' ? `: ${quantity(usual, unit)}` : '';
    items.push({ text: `Back to the default${words}`, choose: () => hands.resetToDefault(path) });
  }
  if (items.length === 0) return <span className="no-reset" />;
  return <Menu label={`Reset ${label}`} icon="undo" items={items} />;
}
