// What all kernels share. Compiled for a card by nvcc, and for the processor by any C++ compiler, with host.h in the place of
// the card (gpu/src/test/cuda); REAL is float or double.
#pragma once

#ifdef __CUDACC__
#define KERNEL(name) extern "C" __global__ void name(const Args a)
#define BLOCK_KERNEL(name) KERNEL(name)
#define GRID_KERNEL(name) KERNEL(name)
#define PAUSE() __nanosleep(20)
#define BLOCK_MEMORY block_memory

extern __shared__ double block_memory[];
#else
#include "host.h"
#endif

typedef REAL real;

// What a kernel is given: addresses, whole numbers and factors. Each kernel says what its own are.
struct Args {
    void *p[6];
    long long n[8];
    double s[3];
};

// Threads of a block in which all work together.
#define BLOCK 128

// A kernel for each number by itself, the i-th of n[0]; name##_at is what it does to one.
#define ELEMENT(name)                                       \
    __device__ inline void name##_at(const Args &a, long long i); \
    KERNEL(name) {                                          \
        EACH(i, a.n[0]) name##_at(a, i);                    \
    }                                                       \
    __device__ inline void name##_at(const Args &a, long long i)

// Every i below count, shared out over all threads of the grid.
#define EACH(i, count)                                                            \
    for (long long i = blockIdx.x * (long long) blockDim.x + threadIdx.x, i##_end = (count); i < i##_end; \
         i += gridDim.x * (long long) blockDim.x)

__device__ inline const real *in(const Args &a, int i) { return (const real *) a.p[i]; }

__device__ inline real *out(const Args &a, int i) { return (real *) a.p[i]; }

__device__ inline real factor(const Args &a, int i) { return (real) a.s[i]; }

// beta times what was there, or nothing: with a beta of 0 it may be no number.
__device__ inline real old(real beta, real value) { return beta == 0 ? (real) 0 : beta * value; }
