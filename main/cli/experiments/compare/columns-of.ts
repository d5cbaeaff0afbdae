import { StudioError } from '../../../../sim-core/contract/errors.ts';
import type { ScenarioDocument } from '../../../../sim-core/scenario/scenario-document.ts';
import { parseAssignment } from '../../../../sim-core/scenario/set-parameter.ts';
import type { Installation } from '../../../services/installation.ts';
import { findScenario, scenarioAt } from '../../find-scenario.ts';
import { atPoint } from '../at-point.ts';

/** A scenario of a comparison, and what its column is called. */
export interface ComparedColumn {
  readonly label: string;
  readonly document: ScenarioDocument;
}

/** What a command line asks to compare. */
export interface ColumnsAsked {
  readonly scenarios: readonly string[];
  /** One column each: `path=value`, also `overlay=name` and `mechanism.<slot>=id`, or several joined by ` & `. */
  readonly set: readonly string[];
  /** One column each. */
  readonly overlay: readonly string[];
  /** Assignments made in every column. */
  readonly setAll: readonly string[];
}

const mostColumns = 6;

/**
 * Several scenarios as they are; or one, as it is and under each change. Throws `compare.columns` where these are not two to
 * six, and a `Refusal` where a scenario or a change is bad.
 */
export async function columnsOf(
  asked: ColumnsAsked,
  installation: Installation,
): Promise<readonly ComparedColumn[]> {
  const changes = [...asked.set, ...asked.overlay.map((name) => `overlay=${name}`)];
  refuseWrongNumber(asked.scenarios.length, changes.length);
  const everywhere = asked.setAll.map(parseAssignment);
  const bases = await Promise.all(
    asked.scenarios.map(async (written) => ({
      label: written,
      document: await atPoint(
        await scenarioAt(await findScenario(written, installation), installation),
        everywhere,
        installation,
      ),
    })),
  );
  const [only] = bases;
  if (changes.length === 0 || only === undefined) return distinct(bases);
  const changed = await Promise.all(
    changes.map(async (written) => ({
      label: written,
      document: await atPoint(only.document, written.split(' & ').map(parseAssignment), installation),
    })),
  );
  return distinct([{ ...only, label: 'as it is' }, ...changed]);
}

function refuseWrongNumber(scenarios: number, changes: number): void {
  const refused = (message: string, hint: string) =>
    new StudioError({ code: 'compare.columns', message, hint });
  if (scenarios > 1 && changes > 0) {
    throw refused(
      '--set and --overlay make columns of one scenario, and several were given.',
      'Give one scenario, or change all of them alike with --set-all.',
    );
  }
  const columns = scenarios > 1 ? scenarios : 1 + changes;
  if (columns < 2) {
    throw refused(
      'There is nothing to compare with.',
      'Give a second scenario, or a change with --set path=value or --overlay name.',
    );
  }
  if (columns > mostColumns)
    throw refused(
      `${columns} columns are too many to read side by side.`,
      `Give at most ${mostColumns}; a sweep takes more.`,
    );
}

function distinct(columns: readonly ComparedColumn[]): readonly ComparedColumn[] {
  const labels = columns.map(({ label }) => label);
  const twin = labels.find((label, index) => labels.indexOf(label) !== index);
  if (twin === undefined) return columns;
  throw new StudioError({
    code: 'compare.columns',
    message: `"${twin.slice(0, 60)}" is there twice.`,
    hint: 'Give each column once.',
  });
}
