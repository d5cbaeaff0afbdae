import type { TypedData } from '../../../api/publish/typed-data.ts';
import { messageId } from '../message/message-id.ts';
import type { PublishSettings } from '../settings/publish-settings.ts';
import type { Publication } from './publication.ts';

/** A publication before anyone has signed it. `proposal` names what an update or a cancellation is about. */
export function preparePublication(
  kind: Publication['kind'],
  data: TypedData,
  { sequencer, hub, relayer }: Pick<PublishSettings, 'sequencer' | 'hub' | 'relayer'>,
  proposal?: string,
): Publication {
  const id = messageId(data);
  return {
    format: 'depin-studio/publication/1',
    kind,
    id,
    proposal: proposal ?? id,
    author: String(data.message.from ?? ''),
    data,
    sequencer,
    hub,
    ...(relayer === undefined ? {} : { relayer }),
    state: 'prepared',
  };
}
