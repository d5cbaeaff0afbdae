import { expect, it } from 'vitest';
import { plain } from './terminal.ts';

it('lets no sign of a stranger move the cursor, hide a line or turn it around', () => {
  expect(plain('\u001b[2JReproduced\u0007 \u202eabc\u009b8m\r')).toBe('�[2JReproduced� �abc�8m�');
  expect(plain('two lines:\n\tMünchen − 5 °C, 漢字 ✓')).toBe('two lines:\n\tMünchen − 5 °C, 漢字 ✓');
});
