/* P1, the provider market, in plain C: one thread, arrays of doubles, branches, xoshiro256+. What the engine is compared
   with where gcc exists. Build: gcc -O3 -march=native p1.c -lm; run: ./a.out ROWS TICKS; prints agent-steps a second,
   the last price and the share active. */
#define _POSIX_C_SOURCE 199309L
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static uint64_t state[4] = {1, 2, 3, 4};

static uint64_t rotate(uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }

static double uniform(void) {
  uint64_t result = state[0] + state[3], t = state[1] << 17;
  state[2] ^= state[0];
  state[3] ^= state[1];
  state[1] ^= state[2];
  state[0] ^= state[3];
  state[2] ^= t;
  state[3] = rotate(state[3], 45);
  return (double)(result >> 11) * 0x1.0p-53;
}

static double seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

int main(int argc, char **argv) {
  if (argc != 3) return 2;
  long n = atol(argv[1]);
  int ticks = atoi(argv[2]);
  size_t bytes = (size_t)n * sizeof(double);
  double *capacity = malloc(bytes), *cost = malloc(bytes), *threshold = malloc(bytes);
  double *balance = calloc((size_t)n, sizeof(double)), *average = calloc((size_t)n, sizeof(double));
  unsigned char *active = malloc((size_t)n);
  for (int i = 0; i < 20; i++) uniform();
  for (long i = 0; i < n; i++) {
    capacity[i] = 0.5 + uniform();
    cost[i] = 0.2 + uniform();
    threshold[i] = 0.5 * uniform();
    active[i] = i & 1;
  }
  double price = 1;
  long running = 0;
  double begun = seconds();
  for (int t = 0; t < ticks; t++) {
    double emission = (double)n * pow(0.5, t / 365.0), demand = 0.3 * (double)n * pow(1.001, t), total = 0, sold = 0;
    for (long i = 0; i < n; i++)
      if (active[i]) total += capacity[i];
    double fees = fmin(demand, total) * 0.5;
    double reward = total > 0 ? emission / total + 0.5 * (fees / price) / total : 0;
    running = 0;
    for (long i = 0; i < n; i++) {
      double u = uniform();
      if (active[i]) {
        double earned = reward * capacity[i], held = balance[i] + earned, sale = 0.6 * held;
        balance[i] = held - sale;
        sold += sale;
        double profit = average[i] = 0.9 * average[i] + 0.1 * (earned * price - cost[i] * capacity[i]);
        if (profit < 0 && u < 0.1) active[i] = 0;
      } else {
        double profit = average[i] = 0.9 * average[i] + 0.1 * ((reward * price - cost[i]) * capacity[i]);
        if (profit > threshold[i] && u < 0.05) active[i] = 1;
      }
      running += active[i];
    }
    double move = 0.05 * ((fees - sold * price) / (10.0 * (double)n));
    price *= exp(move < -0.1 ? -0.1 : move > 0.1 ? 0.1 : move);
  }
  printf("%.6g %.6f %.6f\n", (double)n * ticks / (seconds() - begun), price, (double)running / (double)n);
  return 0;
}
