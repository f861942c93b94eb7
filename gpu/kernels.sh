#!/bin/sh
# Compiles the kernels to the PTX that the program carries; to be run after every change of src/main/cuda. Needs nvcc of CUDA 12
# or newer. The first line of each file holds it to its sources, the version is lowered so that drivers from CUDA 12.0 on take it.
set -eu
cd "$(dirname "$0")/src/main/cuda"
hash=$(LC_ALL=C; export LC_ALL; cat *.cu *.cuh | sha256sum | cut -d ' ' -f 1)
for precision in single:float double:double; do
    to=../resources/unroll/gpu/cuda/${precision%%:*}.ptx
    nvcc -ptx -arch=compute_80 -std=c++17 -O3 -DREAL="${precision##*:}" unroll.cu -o "$to"
    sed -i -e "1i // sources $hash" -e 's/^\.version .*/.version 8.0/' "$to"
    echo "$to"
done
