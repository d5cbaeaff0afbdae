import { type SignatureAsked, signWith } from './sign-with.ts';
import { findWallets, type Wallet } from './wallets.ts';

// The script of the page on which a wallet of the browser signs. The page itself comes from main/services/publish/signers/browser.

const place = (id: string): HTMLElement => document.getElementById(id) ?? document.body;
const say = (text: string): void => {
  place('status').textContent = text;
};
const key = document.querySelector('meta[name="page-key"]')?.getAttribute('content') ?? '';

async function call(path: string, body?: unknown): Promise<Response> {
  const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  return await fetch(path, { ...sent, headers: { 'x-page-key': key } });
}

function end(text: string): void {
  say(text);
  place('wallets').replaceChildren();
  place('decline').remove();
}

async function sign(wallet: Wallet, asked: SignatureAsked): Promise<void> {
  say(`Look at ${wallet.name}: it asks whether to sign.`);
  const signed = await signWith(wallet.provider, asked);
  if (!signed.ok) return say(signed.message);
  const answer: unknown = await (await call('/signed', { signature: signed.signature })).json();
  const told = typeof answer === 'object' && answer !== null ? answer : {};
  if ('ok' in told && told.ok === true) end('Signed. Go back to the studio; this page can be closed.');
  else say('message' in told ? String(told.message) : 'The studio did not take the signature.');
}

function offer(wallet: Wallet, asked: SignatureAsked): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = `Sign with ${wallet.name}`;
  button.addEventListener('click', () => {
    sign(wallet, asked).catch(() => say('The studio no longer waits for this signature. Start again there.'));
  });
  place('wallets').append(button);
  say('Choose a wallet.');
}

async function start(): Promise<void> {
  const asked: SignatureAsked = await (await call('/request')).json();
  place('decline').addEventListener('click', () => {
    void call('/declined', {}).then(() => end('Not signed. This page can be closed.'));
  });
  findWallets(
    (wallet) => offer(wallet, asked),
    () => say('This browser has no wallet. Open the link in one that has, or use another signer.'),
  );
}

start().catch(() => say('The studio no longer waits for this signature. Start again there.'));
