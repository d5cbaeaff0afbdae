/**
 * P1 as someone would write it without any framework: typed arrays, one function, a counter-based hash of its own. What the
 * public contract is measured against. Not bound by the engine's rules: plain sums and the platform's Math.
 */
export function handWritten(rows: number, ticks: number, seed: number): { price: number; active: number } {
  const capacity = new Float64Array(rows);
  const unitCost = new Float64Array(rows);
  const threshold = new Float64Array(rows);
  const balance = new Float64Array(rows);
  const average = new Float64Array(rows);
  const active = new Uint8Array(rows);
  for (let i = 0; i < rows; i++) {
    capacity[i] = 0.5 + hash(seed, 1, i);
    unitCost[i] = 0.2 + hash(seed, 2, i);
    threshold[i] = 0.5 * hash(seed, 3, i);
    active[i] = i & 1;
  }
  let price = 1;
  let running = 0;
  for (let tick = 0; tick < ticks; tick++) {
    const emission = rows * 0.5 ** (tick / 365);
    const demand = 0.3 * rows * 1.001 ** tick;
    let activeCapacity = 0;
    for (let i = 0; i < rows; i++) activeCapacity += active[i] * capacity[i];
    const fees = Math.min(demand, activeCapacity) * 0.5;
    const reward =
      activeCapacity > 0 ? emission / activeCapacity + (0.5 * (fees / price)) / activeCapacity : 0;
    let sold = 0;
    running = 0;
    const key = Math.imul(tick + 4, 0x9e3779b1) ^ seed;
    for (let i = 0; i < rows; i++) {
      const u = hash(key, tick, i);
      const c = capacity[i];
      if (active[i] === 1) {
        const earned = reward * c;
        const held = balance[i] + earned;
        const sale = 0.6 * held;
        balance[i] = held - sale;
        sold += sale;
        const profit = 0.9 * average[i] + 0.1 * (earned * price - unitCost[i] * c);
        average[i] = profit;
        if (profit < 0 && u < 0.1) active[i] = 0;
      } else {
        const profit = 0.9 * average[i] + 0.1 * (reward * price - unitCost[i]) * c;
        average[i] = profit;
        if (profit > threshold[i] && u < 0.05) active[i] = 1;
      }
      running += active[i];
    }
    price *= Math.exp(Math.max(-0.1, Math.min(0.1, (0.05 * (fees - sold * price)) / (10 * rows))));
  }
  return { price, active: running };
}

function hash(a: number, b: number, i: number): number {
  let x = Math.imul(i ^ a, 0x9e3779b1);
  x = Math.imul((x ^ (x >>> 16)) + b, 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return ((x ^ (x >>> 15)) >>> 0) * 2.3283064365386963e-10;
}
