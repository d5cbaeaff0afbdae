import { StudioError } from './contract/errors.ts';
import type { Mechanism, Patch } from './contract/mechanism.ts';
import type { ParameterValue } from './contract/parameter.ts';

type Values = Readonly<Record<string, ParameterValue>>;

/** The parameters of one mechanism as they hold today: the scenario's, with the changes that governance has put in force. */
export class Rules {
  readonly #mechanism: Pick<Mechanism, 'id' | 'parameters'>;
  readonly #written: Values;
  #inForce = '';
  parameters: Values;

  constructor(mechanism: Pick<Mechanism, 'id' | 'parameters'>, written: Values) {
    this.#mechanism = mechanism;
    this.#written = written;
    this.parameters = written;
  }

  /** Takes those of the patches that are its own; later ones win. Throws where one is of no number, out of its range, or no whole number where only these are allowed. */
  enforce(patches: readonly Patch[]): void {
    const prefix = `${this.#mechanism.id}.`;
    const mine = patches.filter(({ path }) => path.startsWith(prefix));
    const key = mine.map(({ path, value }) => `${path}=${value}`).join();
    if (key === this.#inForce) return;
    this.#inForce = key;
    const changes = mine.map((patch) => [this.#checked(patch.path.slice(prefix.length), patch), patch.value]);
    this.parameters = { ...this.#written, ...Object.fromEntries(changes) };
  }

  #checked(name: string, { path, value }: Patch): string {
    const { parameters } = this.#mechanism;
    const parameter = parameters[name];
    if (parameter?.kind !== 'number') {
      const numbers = Object.keys(parameters).filter((each) => parameters[each]?.kind === 'number');
      throw new StudioError({
        code: 'governance.bad-path',
        message: `Governance changes ${path}, which is not a number.`,
        hint: `It can change ${numbers.join(', ') || 'nothing there'}.`,
        where: path,
      });
    }
    const { min, max, unit, integer } = parameter;
    if (!(value >= min && value <= max))
      throw new StudioError({
        code: 'governance.out-of-range',
        message: `Governance sets ${path} to ${value} ${unit}.`,
        hint: `It may be ${min} to ${max} ${unit}.`,
        where: path,
      });
    if (integer !== true || Number.isInteger(value)) return name;
    throw new StudioError({
      code: 'governance.not-whole',
      message: `Governance sets ${path} to ${value} ${unit}, which is no whole number.`,
      hint: 'Give a whole number; a rule that steers by a factor cannot steer what is counted.',
      where: path,
    });
  }
}
