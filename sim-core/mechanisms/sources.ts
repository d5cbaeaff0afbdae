import type { Source } from '../contract/source.ts';

const hip = (file: string) => `https://github.com/helium/HIP/blob/6f6d0ba/${file}`;

/** Texts in which the rules and figures of the mechanisms were read. */
export const sources = {
  hip10: {
    title: 'HIP-10, usage-based data transfer rewards',
    url: hip('0010-usage-based-data-transfer-rewards.md'),
  },
  hip20: { title: 'HIP-20, HNT max supply', url: hip('0020-hnt-max-supply.md') },
  hip138: { title: 'HIP-138, return to HNT', url: hip('0138-return-to-hnt.md') },
  hip147: { title: 'HIP-147, mobile data eats first', url: hip('0147-mobile-data-eats-first.md') },
  hip149: {
    title: 'HIP-149, Helium utility and emissions realignment',
    url: hip('0149-helium-utility-and-emissions-realignment.md'),
  },
  heliumProgram: {
    title: 'helium/helium-program-library, helium-sub-daos: backstop and supplement as deployed',
    url: 'https://github.com/helium/helium-program-library/tree/145947e/programs/helium-sub-daos/src',
    licence: 'Apache-2.0',
  },
  ionet: {
    title: 'io.net, token emission schedule',
    url: 'https://docs.iog.net/docs/token-emission-schedule',
  },
  renderRewards: {
    title: 'Render Network Proposals: node rewards of 47,435 RENDER a weekly epoch',
    url: 'https://github.com/rendernetwork/RNPs/tree/a7ced77',
  },
  rnp20: {
    title: 'RNP-020, adaptive emission policy (defeated), and its reference simulation RENDER_RNP20_Tools',
    url: 'https://github.com/nickypockets/RENDER_RNP20_Tools/tree/fd40b17',
    licence: 'MIT',
  },
  dip2: {
    title: 'DIP-2, baseline issuance',
    url: 'https://github.com/DIMO-Network/DIP/blob/a2d7d38/dip2.md',
    licence: 'CC0-1.0',
  },
  filecoinSpec: {
    title: 'Filecoin specification, block reward minting',
    url: 'https://github.com/filecoin-project/specs/blob/3d0b0c1/content/systems/filecoin_token/block_reward_minting.md',
  },
  filecoinActors: {
    title: 'filecoin-project/specs-actors, reward actor',
    url: 'https://github.com/filecoin-project/specs-actors/tree/985cd0f/actors/builtin/reward',
    licence: 'Apache-2.0 or MIT',
  },
  filecoinRecord: {
    title: 'Filecoin chain rewards by day, 2020-08-24 to 2021-12-31 (protocol/filecoin-mecha-twin)',
    url: 'https://github.com/protocol/filecoin-mecha-twin/tree/4218e61',
    licence: 'MIT',
  },
  livepeerMinter: {
    title: 'livepeer/protocol, Minter.sol',
    url: 'https://github.com/livepeer/protocol/blob/f225b10/contracts/token/Minter.sol',
    licence: 'MIT',
  },
  cosmosMinter: {
    title: 'cosmos/cosmos-sdk, x/mint: inflation between 7 and 20 % towards two thirds bonded, by default',
    url: 'https://github.com/cosmos/cosmos-sdk/blob/0022320b879f8f1270b1d0ce7fa3fd33ed2e6dc1/x/mint/types/minter.go',
    licence: 'Apache-2.0',
  },
  lip40: {
    title: 'LIP-40, minter math precision',
    url: 'https://github.com/livepeer/LIPs/blob/5efffd2/LIPs/LIP-40.md',
    licence: 'CC0-1.0',
  },
  lip107: {
    title: 'LIP-107, recalibrate LPT emissions (rejected): 414.7 rounds a year',
    url: 'https://github.com/livepeer/LIPs/blob/5efffd2/LIPs/LIP-107.md',
    licence: 'CC0-1.0',
  },
  geodnet: {
    title: 'GEODNET, tokenomics',
    url: 'https://docs.geodnet.com/geod-token/tokenomics',
  },
  geodnetHex: {
    title:
      'GEODNET, hex reward rules: the first station of a hex is paid in full, all others share another 100 %',
    url: 'https://docs.geodnet.com/geod-mining/hex-reward-rules',
  },
  geodnetMetrics: {
    title: 'GEODNET, token reward metrics: by satellites in view and time online',
    url: 'https://docs.geodnet.com/geod-mining/token-reward-metrics',
  },
  peaq: {
    title: 'peaq, tokenomics',
    url: 'https://docs.peaq.xyz/peaqchain/learn/tokenomics',
  },
  meshnet: {
    title: 'C. Zukowski, MeshNet simulation: emission by a PID controller',
    url: 'https://github.com/CryptoZach/Tokenomics-as-Systems-Engineering/tree/7c2503d',
    licence: 'CC-BY-4.0',
  },
  aep76: {
    title: 'AEP-76, burn-mint equilibrium of AKT and ACT',
    url: 'https://github.com/akash-network/AEP/blob/d21edcd/spec/aep-76/README.md',
  },
  aep23: {
    title: 'AEP-23, multi currency support with stable payments: take rates of 4 % (AKT) and 20 % (USDC)',
    url: 'https://github.com/akash-network/AEP/blob/d21edcd/spec/aep-23/README.md',
    licence: 'Apache-2.0',
  },
  arweaveEndowment: {
    title: 'Arweave Hub, the storage endowment explained: 200 years at current costs, 0.5 % a year',
    url: 'https://arweavehub.com/weekly/storage-endowment-explained',
  },
  arweavePricing: {
    title:
      'ArweaveTeam/arweave, ar_pricing: 20 replications, a 21st of fees to miners, the endowment pays what rewards leave',
    url: 'https://github.com/ArweaveTeam/arweave/blob/50e47de/apps/arweave/src/ar_pricing.erl',
    licence: 'GPL-2.0',
  },
  glowDeposit: {
    title:
      'Glow, protocol deposit calculation guide, and the fee calculator before it: present value of electricity, 5.5 %',
  },
  glowBuckets: {
    title:
      'glowlabs-org/glow-contracts, BucketSubmission.sol: what is paid in goes out over 192 weeks, after 16',
    url: 'https://github.com/glowlabs-org/glow-contracts/blob/7b96a17/src/MinerPoolAndGCA/BucketSubmission.sol',
    licence: 'MIT',
  },
  glowMemo: {
    title:
      'EV3, Glow investment memo: ten years of electricity up front, tokens by fee, dollars by carbon credits',
    url: 'https://ev3.xyz/research/memos/glow-depin',
  },
  storjPayout: {
    title: 'CashPilot, guide to Storj nodes: about 1.50 USD a TB stored and month',
    url: 'https://github.com/GeiserX/CashPilot/blob/HEAD/docs/guides/storj.md',
  },
  wichura: { title: 'M. J. Wichura, Algorithm AS 241, Applied Statistics 37 (1988)' },
  bass: {
    title: 'F. M. Bass, A new product growth model for consumer durables, Management Science 15 (1969)',
  },
  denylist: { title: 'Helium denylist: more than 5 % of hotspots in February 2022 (cassiopeia.hk)' },
  kalabic: { title: 'U. Kalabić and others, on the collapse of token economies with emissions (2023)' },
  gabaix: { title: 'X. Gabaix and R. Koijen, In search of the origins of financial fluctuations (2021)' },
  barberis: {
    title: 'N. Barberis and others, Extrapolation and bubbles, Journal of Financial Economics 129 (2018)',
  },
  demandConcentration: {
    title:
      'C. Zukowski, Helium demand concentration: without its two largest burners burn over issue falls from 1.84 to 0.62',
    url: 'https://github.com/CryptoZach/Tokenomics-as-Systems-Engineering/tree/7c2503d',
    licence: 'CC-BY-4.0',
  },
  hip17: {
    title: 'HIP-17, hex density based transmit reward scaling',
    url: hip('0017-hex-density-based-transmit-reward-scaling.md'),
  },
  hip141: {
    title: 'HIP-141, single-token governance: protocol scores smoothed with a coefficient of 30',
    url: 'https://github.com/helium/HIP/pull/1146',
  },
  hellas: {
    title: 'CELtd/Hellas-Parameters-Simulator, simulation guide: equilibrium of the fraud game',
    url: 'https://github.com/CELtd/Hellas-Parameters-Simulator/blob/54d0825/SIMULATION_GUIDE.md',
  },
  weatherxm: {
    title: 'WeatherXM documentation, reward mechanism: reward score = proof of location x quality of data',
    url: 'https://github.com/WeatherXM/docs/blob/07f5116/docs/rewards/reward-mechanism.mdx',
  },
  weatherxmLocation: {
    title: 'WeatherXM documentation, proof of location: 0 for 7 days after a relocation',
    url: 'https://github.com/WeatherXM/docs/blob/07f5116/docs/rewards/proof-of-location.mdx',
  },
  hip17Parameters: {
    title: 'Parameters of HIP-17 in force in 2023, tabulated in a draft that would change them',
    url: 'https://github.com/helium/HIP/blob/6b697b1/0000-finetune-hip17-parameters-to-tackle-density.md',
  },
  weatherxmCapacity: {
    title: 'WeatherXM documentation, cell capacity: 10 rewardable stations in every cell',
    url: 'https://github.com/WeatherXM/docs/blob/07f5116/docs/rewards/cell-capacity.mdx',
  },
  hivemapper: {
    title: 'Hivemapper documentation, global map progress: regions count 1, 1.5, 2 or 3 times',
    url: 'https://docs.hivemapper.com/honey-token/earning-honey/global-map-progress',
  },
  hivemapperToken: {
    title: 'Hivemapper documentation, what is HONEY: 40 % of 10 billion to contributors',
    url: 'https://docs.hivemapper.com/honey-token/what-is-honey',
  },
  hivemapperWays: {
    title: 'Hivemapper documentation, ways to contribute: 90 % of what is minted to those who cover the map',
    url: 'https://docs.hivemapper.com/honey-token/earning-honey/ways-to-contribute',
  },
  mip6: {
    title: 'MIP-6, region progress of coverage and activity',
    url: 'https://medium.com/hivemapper-foundation/map-improvement-proposal-6-mip-6-c2203378b10a',
  },
  mip7: {
    title: 'MIP-7, multipliers of 1, 1.5, 2 and 3 from a region progress of 0, 70, 80 and 90 %',
    url: 'https://docs.hivemapper.com/welcome/network-governance/mip-7',
  },
  mip15: {
    title: 'MIP-15, of HONEY that customers burn 25 % is minted again, at most 500,000 a week',
    url: 'https://docs.hivemapper.com/welcome/network-governance/mip-15',
  },
  hip51: { title: 'HIP-51, Helium DAO: vote-escrowed HNT', url: hip('0051-helium-dao.md') },
  hip76: {
    title: 'HIP-76, simplify lockup and veTokens: 0 to 100 votes in a straight line',
    url: hip('0076-linear-lockup-curve.md'),
  },
  filecoinMonies: {
    title: 'filecoin-project/specs-actors, monies.go: pledge, vesting and penalties',
    url: 'https://github.com/filecoin-project/specs-actors/blob/985cd0f/actors/builtin/miner/monies.go',
    licence: 'Apache-2.0 or MIT',
  },
  fip81: {
    title: 'FIP-0081, introduce lower bound for sector initial pledge',
    url: 'https://github.com/filecoin-project/FIPs/blob/dd5075f/FIPS/fip-0081.md',
    licence: 'CC0-1.0',
  },
  fip98: {
    title: 'FIP-0098, simplify termination fee calculation to a fixed percentage of initial pledge',
    url: 'https://github.com/filecoin-project/FIPs/blob/dd5075f/FIPS/fip-0098.md',
    licence: 'CC0-1.0',
  },
  fip100: {
    title: 'FIP-0100, a per-sector fee, and the regression of onboarding on pledge made for it',
    url: 'https://github.com/filecoin-project/FIPs/blob/dd5075f/FIPS/fip-0100.md',
    licence: 'CC0-1.0',
  },
  mechafil: {
    title: 'CELtd/mechafil-jax, forward model of Filecoin power and supply',
    url: 'https://github.com/CELtd/mechafil-jax/tree/7c83961',
  },
  agentFil: {
    title: 'K. Karra and others, agent-based model of the Filecoin economy (2023)',
    url: 'https://arxiv.org/abs/2307.15200',
  },
  livepeerSet: {
    title:
      'Livepeer documentation, role of orchestrators: the 100 with the most stake are eligible in a round',
    url: 'https://docs.livepeer.org/v2/orchestrators/concepts/role',
  },
  livepeerBonding: {
    title: 'livepeer/protocol: bonds are free again after seven rounds',
    url: 'https://github.com/livepeer/protocol/tree/f225b10/contracts/bonding',
    licence: 'MIT',
  },
  streamr: {
    title: 'SIP-16, Streamr 1.0 network parameters: slash of 10 %, undelegation within 30 days',
    url: 'https://gl.app/dao/streamr.eth/proposals/0xf95e691103efc4ce9ebd2ed22da3df6df446f982e6e34df1180a9a5366b3060f',
  },
  rnp0: {
    title: 'RNP-000, Render governance: quorum of 15 %',
    url: 'https://github.com/rendernetwork/RNPs/tree/a7ced77',
  },
  dip1: {
    title: 'DIP-1, DIMO governance: timelock of four days, voters capped at 5 %',
    url: 'https://github.com/DIMO-Network/DIP/blob/a2d7d38/dip1.md',
    licence: 'CC0-1.0',
  },
  votingConcentration: {
    title: 'Concentration of governance votes: mean Herfindahl index of 0.19 among networks like these',
    url: 'https://github.com/CryptoZach/Tokenomics-as-Systems-Engineering/tree/7c2503d',
    licence: 'CC-BY-4.0',
  },
  akcin: {
    title: 'O. Akcin and others, control of token economies by payment and buy-back (2022)',
    url: 'https://arxiv.org/abs/2210.12881',
  },
  merton: {
    title: 'R. C. Merton, Option pricing when underlying stock returns are discontinuous (1976)',
  },
  pysim5g: {
    title: 'E. Oughton, pysim5g: cost of a cell site, active equipment and the rest',
    url: 'https://github.com/edwardoughton/pysim5g/blob/5ee16ff/tests/conftest.py',
  },
  kyle: { title: 'A. S. Kyle, Continuous auctions and insider trading, Econometrica 53 (1985)' },
  messari: { title: 'Messari and EV3, State of DePIN 2025: 10 to 25 times annual revenue' },
  constantProduct: {
    title: 'Constant-product market, x * y = k, with all orders of a day filled at one price',
  },
} as const satisfies Record<string, Source>;
