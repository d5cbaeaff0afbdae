import { StudioError } from '../../../../sim-core/contract/errors.ts';

/** Why a bundle is not opened. */
export const refusedBundle = (
  what: string,
  hint = 'It was damaged on its way, or not made by the studio. Ask for it again.',
): StudioError =>
  new StudioError({ code: 'bundle.refused', message: `The bundle is refused: ${what}.`, hint });
