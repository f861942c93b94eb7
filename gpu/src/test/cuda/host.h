// A card of one processor: runs the kernels' own sources, block after block, each thread of a block on a stack of its own, so
// that barriers and shared memory mean what they mean on a card.
#pragma once

#include <math.h>
#include <setjmp.h>
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

static unsigned long long atomicMin(unsigned long long *at, unsigned long long value) {
    const unsigned long long before = *at;
    *at = before < value ? before : value;
    return before;
}

struct Args;

namespace host {

// A thread of the block that runs: where it stopped, and its stack.
struct Thread {
    static constexpr size_t STACK = 64 << 10;
    std::vector<char> stack = std::vector<char>(STACK);
    ucontext_t begin{};
    jmp_buf stopped{};
    bool begun = false, over = true;
};

static std::vector<Thread> threads(1024);
static unsigned running;
static jmp_buf scheduler;

static void (*body)(const Args &);
static const Args *given;

// Lets the others come as far as this thread.
static void barrier() {
    const unsigned me = running;
    if (_setjmp(threads[me].stopped) == 0) {
        _longjmp(scheduler, 1);
    }
    running = me;
    threadIdx.x = me;
}

static void live() {
    body(*given);
    threads[running].over = true;
    _longjmp(scheduler, 1);
}

// Runs every thread up to its next barrier, until all have come to their end.
static void block(unsigned count) {
    for (unsigned i = 0; i < count; i++) {
        threads[i].begun = threads[i].over = false;
    }
    for (volatile bool alive = true; alive;) {
        alive = false;
        for (volatile unsigned i = 0; i < count; i = i + 1) {
            Thread &thread = threads[i];
            if (thread.over) {
                continue;
            }
            alive = true;
            if (_setjmp(scheduler) != 0) {
                continue; // it has come to a barrier or to its end
            }
            running = i;
            threadIdx.x = i;
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
    }
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
                    block(count);
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

#define KERNEL(name) HOSTED(name, false)
#define BLOCK_KERNEL(name) HOSTED(name, true)
