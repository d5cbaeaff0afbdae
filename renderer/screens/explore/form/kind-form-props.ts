import type { Estimated } from '../use-estimate.ts';
import type { OpenForm } from '../use-form.ts';

/** What the form of each kind is given. */
export interface KindFormProps extends OpenForm {
  readonly problems: Estimated['problems'];
}
