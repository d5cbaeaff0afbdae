import type { Check } from './check.ts';
import { noRevenue } from './t1-no-revenue.ts';
import { noRecovery } from './t2-no-recovery.ts';
import { endowmentSolvency } from './t3-endowment.ts';
import { auditPays } from './t4-audit.ts';
import { hntIssuance } from './v1-hnt-issuance.ts';
import { backstop } from './v3-backstop.ts';
import { dataEatsFirst } from './v4-data-eats-first.ts';
import { dataFirstSplit } from './v5-data-first.ts';
import { hip20Schedule } from './v6-hip20-schedule.ts';
import { filecoinSimple } from './v7-filecoin-simple.ts';
import { filecoinBaseline } from './v8-filecoin-baseline.ts';
import { filecoinNetworkTime } from './v9-filecoin-network-time.ts';
import { filecoinMinting } from './v11-filecoin-minting.ts';
import { adaptivePolicy } from './v13-rnp-020.ts';
import { dimoIssuance } from './v14-dimo-issuance.ts';
import { ionetEmission } from './v15-ionet-emission.ts';
import { livepeerMinter } from './v16-livepeer-minter.ts';
import { akashCredits } from './v17-akash-credits.ts';
import { dimoVehicle } from './v18-dimo-vehicle.ts';
import { meshnetBear } from './v20-meshnet-bear.ts';

/** Every check: published figures and records in the order of their numbers, then the limits that theory gives. */
export const checks: readonly Check[] = [
  hntIssuance,
  backstop,
  dataEatsFirst,
  dataFirstSplit,
  hip20Schedule,
  filecoinSimple,
  filecoinBaseline,
  filecoinNetworkTime,
  filecoinMinting,
  adaptivePolicy,
  dimoIssuance,
  ionetEmission,
  livepeerMinter,
  akashCredits,
  dimoVehicle,
  meshnetBear,
  noRevenue,
  noRecovery,
  endowmentSolvency,
  auditPays,
];
