import type { Mechanism } from '../contract/mechanism.ts';
import { cells } from './agents/cells.ts';
import { centralBuild } from './agents/central-build.ts';
import { holders } from './agents/holders.ts';
import { population } from './agents/population.ts';
import { providers } from './agents/providers.ts';
import { token } from './agents/token.ts';
import { users } from './agents/users.ts';
import { bass } from './demand/bass.ts';
import { contracts } from './demand/contracts.ts';
import { logistic } from './demand/logistic.ts';
import { logitChoice } from './demand/logit-choice.ts';
import { recorded as recordedDemand } from './demand/recorded.ts';
import { baseline } from './emission/baseline.ts';
import { bondedBand } from './emission/bonded-band.ts';
import { exponentialDecay } from './emission/exponential-decay.ts';
import { fixed } from './emission/fixed.ts';
import { floorAndCap } from './emission/floor-and-cap.ts';
import { halving } from './emission/halving.ts';
import { mapProgress } from './emission/map-progress.ts';
import { net } from './emission/net.ts';
import { perDeviceHalving } from './emission/per-device-halving.ts';
import { pid } from './emission/pid.ts';
import { reMint } from './emission/re-mint.ts';
import { rnp020 } from './emission/rnp-020.ts';
import { supplyPercentage } from './emission/supply-percentage.ts';
import { table } from './emission/table.ts';
import { targetBonding } from './emission/target-bonding.ts';
import { weeklyDecay } from './emission/weekly-decay.ts';
import { feedbackRule } from './governance/feedback-rule.ts';
import { none as noGovernance } from './governance/none.ts';
import { scheduledPatch } from './governance/scheduled-patch.ts';
import { tokenVote } from './governance/token-vote.ts';
import { blend } from './market/blend.ts';
import { jumpDiffusion } from './market/jump-diffusion.ts';
import { orderImbalance } from './market/order-imbalance.ts';
import { recorded as recordedPrice } from './market/recorded.ts';
import { traders } from './market/traders.ts';
import { uniformBatch } from './market/uniform-batch.ts';
import { activeSet } from './reward/active-set.ts';
import { cellRanking } from './reward/cell-ranking.ts';
import { coverageWeighted } from './reward/coverage-weighted.ts';
import { dataFirst } from './reward/data-first.ts';
import { levels } from './reward/levels.ts';
import { multipliers } from './reward/multipliers.ts';
import { perCapacity } from './reward/per-capacity.ts';
import { perDevice } from './reward/per-device.ts';
import { perServedUnit } from './reward/per-served-unit.ts';
import { qualityWeighted } from './reward/quality-weighted.ts';
import { regionalPools } from './reward/regional-pools.ts';
import { subNetworks } from './reward/sub-networks.ts';
import { burnAndMint } from './settlement/burn-and-mint.ts';
import { buyBackAndBurn } from './settlement/buy-back-and-burn.ts';
import { directFee } from './settlement/direct-fee.ts';
import { endowment } from './settlement/endowment.ts';
import { prepaidCredits } from './settlement/prepaid-credits.ts';
import { protocolDeposit } from './settlement/protocol-deposit.ts';
import { stableVault } from './settlement/stable-vault.ts';
import { stablecoinPayout } from './settlement/stablecoin-payout.ts';
import { competitor } from './shocks/competitor.ts';
import { costRise } from './shocks/cost-rise.ts';
import { demandLoss } from './shocks/demand-loss.ts';
import { fraudWave } from './shocks/fraud-wave.ts';
import { hardwareDelay } from './shocks/hardware-delay.ts';
import { investorUnlock } from './shocks/investor-unlock.ts';
import { oracleLag } from './shocks/oracle-lag.ts';
import { outage } from './shocks/outage.ts';
import { priceCrash } from './shocks/price-crash.ts';
import { regionalBan } from './shocks/regional-ban.ts';
import { bonding } from './staking/bonding.ts';
import { initialPledge } from './staking/initial-pledge.ts';
import { slashing } from './staking/slashing.ts';
import { terminationFee } from './staking/termination-fee.ts';
import { unbonding } from './staking/unbonding.ts';
import { unlockSchedule } from './staking/unlock-schedule.ts';
import { vesting } from './staking/vesting.ts';
import { voteEscrow } from './staking/vote-escrow.ts';
import { hardware } from './supply/hardware.ts';
import { onboardingRenewal } from './supply/onboarding-renewal.ts';
import { patientExit } from './supply/patient-exit.ts';
import { rationalEntry } from './supply/rational-entry.ts';
import { recorded as recordedSupply } from './supply/recorded.ts';
import { sellFlow } from './supply/sell-flow.ts';
import { fraudGame } from './verification/fraud-game.ts';
import { penalties } from './verification/penalties.ts';
import { qualityScore } from './verification/quality-score.ts';
import { randomAudit } from './verification/random-audit.ts';
import { witnessCoverage } from './verification/witness-coverage.ts';

/** Every mechanism, in the order of slots. */
export const mechanisms: readonly Mechanism[] = [
  token,
  holders,
  providers,
  population,
  users,
  cells,
  centralBuild,
  priceCrash,
  demandLoss,
  competitor,
  costRise,
  regionalBan,
  hardwareDelay,
  investorUnlock,
  fraudWave,
  oracleLag,
  outage,
  recordedDemand,
  logitChoice,
  bass,
  logistic,
  contracts,
  burnAndMint,
  prepaidCredits,
  directFee,
  buyBackAndBurn,
  stableVault,
  stablecoinPayout,
  endowment,
  protocolDeposit,
  randomAudit,
  witnessCoverage,
  qualityScore,
  fraudGame,
  penalties,
  halving,
  net,
  reMint,
  mapProgress,
  fixed,
  exponentialDecay,
  table,
  weeklyDecay,
  perDeviceHalving,
  supplyPercentage,
  baseline,
  targetBonding,
  bondedBand,
  pid,
  rnp020,
  floorAndCap,
  multipliers,
  levels,
  activeSet,
  perCapacity,
  dataFirst,
  perServedUnit,
  coverageWeighted,
  qualityWeighted,
  subNetworks,
  regionalPools,
  cellRanking,
  perDevice,
  slashing,
  terminationFee,
  vesting,
  bonding,
  initialPledge,
  voteEscrow,
  unlockSchedule,
  unbonding,
  sellFlow,
  patientExit,
  hardware,
  rationalEntry,
  onboardingRenewal,
  recordedSupply,
  recordedPrice,
  traders,
  uniformBatch,
  jumpDiffusion,
  orderImbalance,
  blend,
  noGovernance,
  scheduledPatch,
  tokenVote,
  feedbackRule,
];
