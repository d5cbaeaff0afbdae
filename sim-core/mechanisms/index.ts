import type { Mechanism } from '../contract/mechanism.ts';
import { providers } from './agents/providers.ts';
import { token } from './agents/token.ts';
import { recorded as recordedDemand } from './demand/recorded.ts';
import { fixed } from './emission/fixed.ts';
import { halving } from './emission/halving.ts';
import { net } from './emission/net.ts';
import { recorded as recordedPrice } from './market/recorded.ts';
import { traders } from './market/traders.ts';
import { uniformBatch } from './market/uniform-batch.ts';
import { dataFirst } from './reward/data-first.ts';
import { perCapacity } from './reward/per-capacity.ts';
import { burnAndMint } from './settlement/burn-and-mint.ts';
import { hardware } from './supply/hardware.ts';
import { patientExit } from './supply/patient-exit.ts';
import { rationalEntry } from './supply/rational-entry.ts';
import { sellFlow } from './supply/sell-flow.ts';
import { randomAudit } from './verification/random-audit.ts';

/** Every mechanism, in the order of slots. */
export const mechanisms: readonly Mechanism[] = [
  token,
  providers,
  recordedDemand,
  burnAndMint,
  randomAudit,
  halving,
  net,
  fixed,
  perCapacity,
  dataFirst,
  sellFlow,
  patientExit,
  hardware,
  rationalEntry,
  recordedPrice,
  traders,
  uniformBatch,
];
