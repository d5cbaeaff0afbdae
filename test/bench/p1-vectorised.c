/* P1, the provider market, in C that gcc turns into vectors: no branches, a counter-based hash of 64 bits for luck, eight sums
   side by side. What row kernels are compared with where gcc exists. Build: gcc -O3 -march=native p1-vectorised.c -lm; run:
   ./a.out ROWS TICKS; prints agent-steps a second, the last price and the share active. */
#define _POSIX_C_SOURCE 199309L
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define LANES 8

static const uint64_t golden = 0x9e3779b97f4a7c15ULL;

static inline uint64_t mix(uint64_t z) {
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  return z ^ (z >> 31);
}

static inline double uniform(uint64_t base, long agent) {
  return (double)(int64_t)(mix(base + (uint64_t)agent * golden) >> 11) * 0x1.0p-53;
}

static double seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static double *column(long rows) {
  size_t bytes = ((size_t)rows * sizeof(double) + 63) / 64 * 64;
  return aligned_alloc(64, bytes);
}

int main(int argc, char **argv) {
  if (argc != 3) return 2;
  /* Whole vectors only: what is missing to the last one is left out. */
  long n = atol(argv[1]) / LANES * LANES;
  int ticks = atoi(argv[2]);
  double *capacity = column(n), *cost = column(n), *threshold = column(n);
  double *balance = column(n), *average = column(n), *active = column(n);
  for (long i = 0; i < n; i++) {
    capacity[i] = 0.5 + uniform(1, i);
    cost[i] = 0.2 + uniform(2, i);
    threshold[i] = 0.5 * uniform(3, i);
    balance[i] = average[i] = 0;
    active[i] = i & 1;
  }
  double price = 1, running = 0;
  double begun = seconds();
  for (int t = 0; t < ticks; t++) {
    double emission = (double)n * pow(0.5, t / 365.0), demand = 0.3 * (double)n * pow(1.001, t);
    double offered[LANES] = {0}, sales[LANES] = {0}, runs[LANES] = {0};
    for (long i = 0; i < n; i += LANES)
      for (int l = 0; l < LANES; l++) offered[l] += active[i + l] * capacity[i + l];
    double total = 0, sold = 0;
    for (int l = 0; l < LANES; l++) total += offered[l];
    double fees = fmin(demand, total) * 0.5;
    double reward = total > 0 ? emission / total + 0.5 * (fees / price) / total : 0;
    double worth = reward * price;
    uint64_t base = mix((uint64_t)(t + 4) * golden);
    for (long i = 0; i < n; i += LANES)
      for (int l = 0; l < LANES; l++) {
        long x = i + l;
        double u = uniform(base, x), on = active[x];
        double held = balance[x] + reward * capacity[x] * on, sale = 0.6 * held * on;
        balance[x] = held - sale;
        sales[l] += sale;
        double profit = average[x] = 0.9 * average[x] + 0.1 * ((worth - cost[x]) * capacity[x]);
        double leaves = (profit < 0) & (u < 0.1) ? 1.0 : 0.0;
        double joins = (profit > threshold[x]) & (u < 0.05) ? 1.0 : 0.0;
        double after = on * (1 - leaves) + (1 - on) * joins;
        active[x] = after;
        runs[l] += after;
      }
    running = 0;
    for (int l = 0; l < LANES; l++) {
      sold += sales[l];
      running += runs[l];
    }
    double move = 0.05 * ((fees - sold * price) / (10.0 * (double)n));
    price *= exp(move < -0.1 ? -0.1 : move > 0.1 ? 0.1 : move);
  }
  printf("%.6g %.6f %.6f\n", (double)n * ticks / (seconds() - begun), price, running / (double)n);
  return 0;
}
