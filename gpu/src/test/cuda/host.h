// A card of one processor: runs the kernels' own sources, block after block, each thread of a block on a stack of its own, so
// that barriers and shared memory mean what they mean on a card.
#pragma once

#include <math.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <ucontext.h>
#include <vector>

struct dim3 {
    unsigned x = 1, y = 1, z = 1;
};

static dim3 gridDim, blockDim, blockIdx, threadIdx;

using std::exp, std::floor, std::log, std::log1p, std::sqrt, std::tanh, std::fabs;

#define __device__ static // or the loader would have two libraries share what is within
#define __shared__ static
#define __syncthreads() host::barrier()
#define __threadfence()
#define PAUSE() host::yield()
#define BLOCK_MEMORY host::memory()

static unsigned long long atomicMin(unsigned long long *at, unsigned long long value) {
    const unsigned long long before = *at;
    *at = before < value ? before : value;
    return before;
}

static unsigned long long atomicAdd(unsigned long long *at, unsigned long long value) {
    const unsigned long long before = *at;
    *at = before + value;
    return before;
}

struct Args;

namespace host {

// A block that runs: how many of its threads have come to a barrier, how many barriers are behind them, and memory of its own.
struct Block {
    unsigned place = 0, arrived = 0, passed = 0;
    std::vector<double> memory;
};

// A thread of a block: where it stopped, and its stack.
struct Thread {
    static constexpr size_t STACK = 64 << 10;
    std::vector<char> stack = std::vector<char>(STACK);
    ucontext_t begin{};
    jmp_buf stopped{};
    Block *block = nullptr;
    unsigned place = 0, barrier = 0;
    bool begun = false, over = true, waits = false;
};

static std::vector<Block> blocks(1);
static std::vector<Thread> threads(1024);
static unsigned running;
static jmp_buf scheduler;

static void (*body)(const Args &);
static const Args *given;

static void become(unsigned thread) {
    running = thread;
    threadIdx.x = threads[thread].place;
    blockIdx.x = threads[thread].block->place;
}

// Lets others run.
static void yield() {
    const unsigned me = running;
    if (_setjmp(threads[me].stopped) == 0) {
        _longjmp(scheduler, 1);
    }
    become(me);
}

// Waits until all threads of the block have come here.
static void barrier() {
    Thread &thread = threads[running];
    Block &block = *thread.block;
    if (++block.arrived == blockDim.x) {
        block.arrived = 0;
        block.passed++;
        return;
    }
    thread.waits = true;
    thread.barrier = block.passed;
    yield();
}

static void live() {
    body(*given);
    threads[running].over = true;
    _longjmp(scheduler, 1);
}

// Runs the threads of the blocks, each as far as it gets, until all have come to their end.
static void schedule(unsigned count) {
    for (unsigned i = 0; i < count; i++) {
        Thread &thread = threads[i];
        thread.begun = thread.over = thread.waits = false;
        thread.block = &blocks[i / blockDim.x];
        thread.place = i % blockDim.x;
    }
    for (volatile bool alive = true, moved = true; alive; moved = false) {
        alive = false;
        for (volatile unsigned i = 0; i < count; i = i + 1) {
            Thread &thread = threads[i];
            if (thread.over) {
                continue;
            }
            alive = true;
            if (thread.waits && thread.barrier == thread.block->passed) {
                continue;
            }
            thread.waits = false;
            moved = true;
            if (_setjmp(scheduler) != 0) {
                continue; // it waits, or has come to its end
            }
            become(i);
            if (thread.begun) {
                _longjmp(thread.stopped, 1);
            }
            thread.begun = true;
            getcontext(&thread.begin);
            thread.begin.uc_stack.ss_sp = thread.stack.data();
            thread.begin.uc_stack.ss_size = Thread::STACK;
            thread.begin.uc_link = nullptr;
            makecontext(&thread.begin, live, 0);
            setcontext(&thread.begin);
        }
        if (alive && !moved) {
            fputs("threads of a block wait at different barriers\n", stderr);
            abort();
        }
    }
}

// Memory of the block that runs.
static double *memory() { return threads[running].block->memory.data(); }

// Runs blocks that are all there at the same time and may wait for each other.
static void run_together(void (*kernel)(const Args &), const Args &args, unsigned grid, unsigned bytes, unsigned count) {
    body = kernel;
    given = &args;
    gridDim = dim3();
    gridDim.x = grid;
    blockDim.x = count;
    blocks.resize(grid);
    if (threads.size() < grid * count) {
        threads.resize(grid * count);
    }
    for (unsigned i = 0; i < grid; i++) {
        blocks[i] = {i, 0, 0, std::vector<double>(bytes / sizeof(double) + 1, NAN)};
    }
    schedule(grid * count);
}

// Runs a grid; threads that never wait for each other need no stacks.
static void run(void (*kernel)(const Args &), bool waits, const Args &args, dim3 grid, unsigned count) {
    body = kernel;
    given = &args;
    gridDim = grid;
    blockDim.x = count;
    for (unsigned z = 0; z < grid.z; z++) {
        for (unsigned y = 0; y < grid.y; y++) {
            for (unsigned x = 0; x < grid.x; x++) {
                blockIdx.x = x;
                blockIdx.y = y;
                blockIdx.z = z;
                if (waits) {
                    blocks[0] = {x, 0, 0, {}};
                    schedule(count);
                    continue;
                }
                for (unsigned i = 0; i < count; i++) {
                    threadIdx.x = i;
                    kernel(args);
                }
            }
        }
    }
}

} // namespace host

// A number as tensor cores read it: 10 digits after the first, rounded to the nearest.
static float tf32(float x) {
    unsigned bits;
    memcpy(&bits, &x, sizeof bits);
    bits = (bits + 0x1000) & 0xffffe000;
    memcpy(&x, &bits, sizeof bits);
    return x;
}

// c = c + a b of 16 x 8 and 8 x 8 numbers, of which each of the 32 threads of a warp holds some, as the PTX manual says.
static void mma(float c[4], const float a[4], const float b[2]) {
    static float left[32][16][8], right[32][8][8];
    const unsigned warp = threadIdx.x / 32, group = threadIdx.x % 32 / 4, place = threadIdx.x % 4;
    for (unsigned i = 0; i < 4; i++) {
        left[warp][group + i % 2 * 8][place + i / 2 * 4] = a[i];
    }
    for (unsigned i = 0; i < 2; i++) {
        right[warp][place + i * 4][group] = b[i];
    }
    host::barrier();
    for (unsigned i = 0; i < 4; i++) {
        for (unsigned k = 0; k < 8; k++) {
            c[i] += left[warp][group + i / 2 * 8][k] * right[warp][k][2 * place + i % 2];
        }
    }
    host::barrier();
}

// A kernel is a function that a test finds by its name.
#define HOSTED(name, waits)                                                                                     \
    static void name##_body(const Args &a);                                                                     \
    extern "C" void name(const Args *a, unsigned x, unsigned y, unsigned z, unsigned count) {                   \
        dim3 grid;                                                                                              \
        grid.x = x;                                                                                             \
        grid.y = y;                                                                                             \
        grid.z = z;                                                                                             \
        host::run(name##_body, waits, *a, grid, count);                                                         \
    }                                                                                                           \
    static void name##_body(const Args &a)

#define GRID_KERNEL(name)                                                                                       \
    static void name##_body(const Args &a);                                                                     \
    extern "C" void name(const Args *a, unsigned blocks, unsigned bytes, unsigned, unsigned count) {            \
        host::run_together(name##_body, *a, blocks, bytes, count);                                              \
    }                                                                                                           \
    static void name##_body(const Args &a)

#define KERNEL(name) HOSTED(name, false)
#define BLOCK_KERNEL(name) HOSTED(name, true)
