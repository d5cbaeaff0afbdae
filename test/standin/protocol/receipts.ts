import { Wallet } from '@ethersproject/wallet';
import { keccak, utf8ToBytes } from './bytes.ts';

/** The sequencer signs what it took in with a key of its own; this one belongs to the stand-in alone. */
const wallet = new Wallet(keccak(utf8ToBytes('stand-in sequencer')));

export const receiptSigner = wallet.address;

/** The sequencer's receipt: its EIP-191 signature over the text of the message's signature. */
export const receiptFor = (signature: string): Promise<string> => wallet.signMessage(signature);
