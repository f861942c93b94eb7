// The steps of a loop over time in one launch. Each takes every row by itself, so a block that has some of the rows does all
// steps for them, one after the other, and never waits for another block.

#define ROW_THREADS 256

// Numbers of Kernel.java.
enum { ROW_PRODUCT = 1, ROW_FILL, ROW_COPY, ROW_ADD_SCALED, ROW_SCALE, ROW_TIMES, ROW_ACTIVATE, ROW_TIMES_SLOPE };

// What is done, and with what: the arguments of the kernel that would do it for all rows.
struct Step {
    long long code;
    Args a;
};

// The rows of a block, of so many.
struct Rows {
    long long from, to, all;
};

template <void (*at)(const Args &, long long)>
__device__ inline void each_of(const Args &a, Rows rows) {
    const long long columns = a.n[0] / rows.all;
    for (long long i = rows.from * columns + threadIdx.x; i < rows.to * columns; i += ROW_THREADS) {
        at(a, i);
    }
}

// Rows of c = a b + s[0] c. Where there are fewer columns than threads, several share the inner sum of each.
__device__ inline void row_product(const Args &args, Rows rows) {
    __shared__ real parts[ROW_THREADS];
    const real *a = in(args, 0), *b = in(args, 1);
    real *c = out(args, 2);
    const long long n = args.n[1], k = args.n[2];
    const int width = n < ROW_THREADS ? (int) n : ROW_THREADS;
    const int sharers = ROW_THREADS / width, part = threadIdx.x / width;
    const long long share = (k + sharers - 1) / sharers, from = part * share;
    const long long to = part >= sharers ? from : from + share < k ? from + share : k;
    for (long long row = rows.from; row < rows.to; row++) {
        for (long long side = 0; side < n; side += width) {
            const long long column = side + threadIdx.x % width;
            real sum = 0;
            if (column < n) {
#pragma unroll 16 // so many numbers of b are on their way at a time
                for (long long i = from; i < to; i++) {
                    sum += a[row * k + i] * b[i * n + column];
                }
            }
            parts[threadIdx.x] = sum;
            __syncthreads();
            if (part == 0 && column < n) {
                for (int other = 1; other < sharers; other++) {
                    sum += parts[other * width + threadIdx.x];
                }
                c[row * n + column] = sum + old(factor(args, 0), c[row * n + column]);
            }
            __syncthreads();
        }
    }
}

// What takes each number by itself.
__device__ inline void each_step(const Step &step, Rows rows) {
    switch (step.code) {
        case ROW_FILL: each_of<fill_at>(step.a, rows); break;
        case ROW_COPY: each_of<copy_at>(step.a, rows); break;
        case ROW_ADD_SCALED: each_of<add_scaled_at>(step.a, rows); break;
        case ROW_SCALE: each_of<scale_at>(step.a, rows); break;
        case ROW_TIMES: each_of<times_at>(step.a, rows); break;
        case ROW_ACTIVATE: each_of<activate_at>(step.a, rows); break;
        case ROW_TIMES_SLOPE: each_of<times_slope_at>(step.a, rows); break;
    }
}

// Does the steps of a program, one after the other; the next is brought while one is done. "now" has room for both.
template <class Do>
__device__ inline void go_through(const long long *program, long long count, Step *now, Do does) {
    const int words = sizeof(Step) / sizeof(long long);
    if (threadIdx.x < words) {
        ((long long *) &now[0])[threadIdx.x] = program[threadIdx.x];
    }
    __syncthreads();
    for (long long s = 0; s < count; s++) {
        long long word = 0;
        if (threadIdx.x < words && s + 1 < count) {
            word = program[(s + 1) * words + threadIdx.x];
        }
        does(now[s % 2]);
        if (threadIdx.x < words) {
            ((long long *) &now[(s + 1) % 2])[threadIdx.x] = word;
        }
        __syncthreads();
    }
}

// The rows of this block: p = the steps; n = how many steps, rows, rows of a block.
__device__ inline Rows my_rows(const Args &a) {
    const long long first = blockIdx.x * a.n[2], past = first + a.n[2];
    return {first < a.n[1] ? first : a.n[1], past < a.n[1] ? past : a.n[1], a.n[1]};
}

BLOCK_KERNEL(rows) {
    __shared__ Step now[2];
    const Rows mine = my_rows(a);
    go_through((const long long *) a.p[0], a.n[0], now, [mine](const Step &step) {
        if (step.code == ROW_PRODUCT) {
            row_product(step.a, mine);
        } else {
            each_step(step, mine);
        }
    });
}
