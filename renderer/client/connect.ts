import { type Client, createClient } from './client.ts';
import { httpTransport } from './http-transport.ts';
import { bridgeOf, ipcTransport } from './ipc-transport.ts';

/** The client for this page: the desktop's bridge where there is one, otherwise the server that the page came from. */
export function connect(window: Window): Client {
  const bridge = bridgeOf(window);
  if (bridge !== undefined) return createClient(ipcTransport(bridge));
  return createClient(httpTransport(new URL('.', window.document.baseURI).href));
}
