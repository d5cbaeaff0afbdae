import { StudioError } from './contract/errors.ts';
import type { Patch } from './contract/mechanism.ts';
import type { ParameterValue } from './contract/parameter.ts';

type Values = Readonly<Record<string, ParameterValue>>;

/** The parameters of one mechanism as they hold today: the scenario's, with the changes that governance has put in force. */
export class Rules {
  readonly #written: Values;
  #inForce = '';
  parameters: Values;

  constructor(written: Values) {
    this.#written = written;
    this.parameters = written;
  }

  /** Takes those of the patches that concern `mechanism`; later ones win. Throws where a patch is of no numeric parameter. */
  enforce(mechanism: string, patches: readonly Patch[]): void {
    const mine = patches.filter(({ path }) => path.startsWith(`${mechanism}.`));
    const key = mine.map(({ path, value }) => `${path}=${value}`).join();
    if (key === this.#inForce) return;
    this.#inForce = key;
    const changes = mine.map(({ path, value }) => [this.#name(mechanism, path), value] as const);
    this.parameters = { ...this.#written, ...Object.fromEntries(changes) };
  }

  #name(mechanism: string, path: string): string {
    const name = path.slice(mechanism.length + 1);
    if (typeof this.#written[name] === 'number') return name;
    const numeric = Object.entries(this.#written).filter(([, value]) => typeof value === 'number');
    throw new StudioError({
      code: 'governance.bad-path',
      message: `Governance changes ${path}, which is not a numeric parameter of ${mechanism}.`,
      hint: `It can change ${numeric.map(([each]) => each).join(', ') || 'nothing there'}.`,
      where: path,
    });
  }
}
