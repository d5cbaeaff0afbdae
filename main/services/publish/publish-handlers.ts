import type { PublishApi } from '../../api/publish/publish-api.ts';
import type { PublishParts } from './publish-parts.ts';

/** Publishing, as screens ask for it. What it stands on is loaded when it is first used: most sessions publish nothing. */
export function publishHandlers(parts: PublishParts): PublishApi {
  let opened: Promise<PublishApi> | undefined;
  const desk = (): Promise<PublishApi> => {
    opened ??= import('./publish-desk.ts').then(({ publishDesk }) => publishDesk(parts));
    return opened;
  };
  return {
    'publish.settings': async (input) => await (await desk())['publish.settings'](input),
    'publish.keepSettings': async (input) => await (await desk())['publish.keepSettings'](input),
    'publish.space': async (input) => await (await desk())['publish.space'](input),
    'publish.readSpace': async (input) => await (await desk())['publish.readSpace'](input),
    'publish.block': async (input) => await (await desk())['publish.block'](input),
    'publish.preflight': async (input) => await (await desk())['publish.preflight'](input),
    'publish.sign.prepare': async (input) => await (await desk())['publish.sign.prepare'](input),
    'publish.sign.begin': async (input) => await (await desk())['publish.sign.begin'](input),
    'publish.sign.state': async (input) => await (await desk())['publish.sign.state'](input),
    'publish.sign.cancel': async (input) => await (await desk())['publish.sign.cancel'](input),
    'publish.export': async (input) => await (await desk())['publish.export'](input),
    'publish.import': async (input) => await (await desk())['publish.import'](input),
    'publish.send': async (input) => await (await desk())['publish.send'](input),
    'publish.kept': async (input) => await (await desk())['publish.kept'](input),
    'publish.votes': async (input) => await (await desk())['publish.votes'](input),
    'publish.follow': async (input) => await (await desk())['publish.follow'](input),
  };
}
