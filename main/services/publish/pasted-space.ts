import { StudioError } from '../../../sim-core/contract/errors.ts';
import type { SpaceSettings } from '../../api/publish/known.ts';
import { spaceReply, spaceSettings } from './hub/space-reply.ts';

/**
 * A space from JSON that a person pasted: its settings as Snapshot shows them, or a hub's answer. `id` is the space meant, where the
 * text does not name one. Throws `space.unreadable`.
 */
export function pastedSpace(text: string, id: string): SpaceSettings {
  const read = spaceReply.safeParse(inside(jsonIn(text)));
  if (read.success && typeof read.data.network !== 'undefined' && read.data.network !== null)
    return spaceSettings(read.data, id);
  const where = read.success ? 'network' : (read.error.issues[0]?.path.join('.') ?? '');
  throw new StudioError({
    code: 'space.unreadable',
    message: `This is not the JSON of a space: ${where === '' ? 'it is no object' : `look at "${where}"`}.`,
    hint: 'Copy the settings from the space’s page (Settings, then the JSON), or the answer of a hub.',
    ...(where === '' ? {} : { where }),
  });
}

/** A hub wraps its answer twice. */
function inside(value: unknown): unknown {
  for (const key of ['data', 'space']) {
    if (typeof value === 'object' && value !== null && key in value)
      value = Object.entries(value).find(([k]) => k === key)?.[1];
  }
  return value;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new StudioError({
      code: 'space.unreadable',
      message: 'The settings of the space are not JSON.',
      hint: 'Copy them whole, from the first { to the last }.',
    });
  }
}
