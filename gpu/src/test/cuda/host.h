// A card of one processor: runs the kernels' own sources, block after block, each thread of a block on a stack of its own, so
// that barriers and shared memory mean what they mean on a card.
#pragma once

#include <math.h>
#include <setjmp.h>
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
