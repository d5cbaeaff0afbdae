#!/bin/bash
# A sweep as an array of SLURM: sbatch --export=ALL,EXPERIMENT=…,STORE=… scripts/cluster/slurm-shards.sh
#SBATCH --job-name=sweep
#SBATCH --array=1-16
#SBATCH --cpus-per-task=4
#SBATCH --time=04:00:00
# A task that is put off, or out of time, begins again and finds what it had done.
#SBATCH --requeue
#SBATCH --signal=B:TERM@60
set -eu
exec "${STUDIO:-depin-studio}" sweep "$EXPERIMENT" --shard "auto/${SHARDS:-16}" --store "$STORE" \
  --workers "${SLURM_CPUS_PER_TASK:-1}" --yes
