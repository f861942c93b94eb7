// The steps of a loop over time in one launch by all blocks together, where its matrices are too large for each block to read them
// alone. What takes each number by itself is done by the block that has the row, as in rows.cu. A product is cut into groups of
// columns: a block keeps those of the matrix that it has in its own memory for the whole loop. Between steps that need each other
// all blocks wait for all.

// Numbers of BlockSchedule.java, beside those of rows.cu.
enum { GRID_PRODUCT = 9, GRID_HOLD, GRID_WAIT };

// A tile of a product: two rows for each lane, the columns of a group, and numbers of the inner sum that a warp takes at a time.
// BlockSchedule.java knows these numbers, and those of the memory below.
#define GRID_ROWS 64
#define GROUP 8
#define GRID_DEEP 16
#define GRID_WARPS (ROW_THREADS / 32)
#define GRID_INNER (GRID_WARPS * GRID_DEEP)

// Memory of a block, in bytes: two steps; room for a tile, rows of which lie apart for the lanes to meet different banks; columns.
#define GRID_STEPS 512
#define GRID_TILE (GRID_WARPS * GRID_ROWS * (GRID_DEEP + 1))

// Every block comes here before any goes on. The count never goes back, so it needs no beginning.
__device__ inline void wait_for_all(unsigned long long *arrived) {
    __syncthreads();
    if (threadIdx.x == 0) {
        __threadfence();
        const unsigned long long before = atomicAdd(arrived, 1ULL), all = (before / gridDim.x + 1) * gridDim.x;
        while (*(volatile unsigned long long *) arrived < all) {
            PAUSE();
        }
        __threadfence();
    }
    __syncthreads();
}

// What of a product is a block's: groups of columns, each for a part of the rows. Numbers of the arguments: m, n, k; the place of the
// first group, how many places there are, parts of the rows; where the columns are held.
struct Share {
    int place, places, parts, groups, group, part, inner;
    real *columns;
};

// Before the first.
__device__ inline Share share_of(const Args &a, real *held) {
    const int blocks = gridDim.x, first = (int) ((blockIdx.x + blocks - a.n[3] % blocks) % blocks);
    const int groups = (int) ((a.n[1] + GROUP - 1) / GROUP);
    const int inner = (int) ((a.n[2] + GRID_INNER - 1) / GRID_INNER) * GRID_INNER;
    return {first - blocks, (int) a.n[4], (int) a.n[5], groups, 0, 0, inner, held + a.n[6] - inner * GROUP};
}

// Goes to the next; false after the last.
__device__ inline bool next(Share &share) {
    for (share.place += gridDim.x; share.place < share.places * share.parts; share.place += gridDim.x) {
        share.group = share.place % share.places;
        share.part = share.place / share.places;
        if (share.group < share.groups) {
            share.columns += share.inner * GROUP;
            return true;
        }
    }
    return false;
}

// Brings the columns of b that are this block's, with zeros beside and below.
__device__ inline void hold(const Args &a, real *held) {
    const real *b = in(a, 1);
    const long long n = a.n[1], k = a.n[2];
    for (Share share = share_of(a, held); next(share);) {
        for (int i = threadIdx.x; i < share.inner * GROUP; i += ROW_THREADS) {
            const long long row = i / GROUP, column = share.group * GROUP + i % GROUP;
            share.columns[i] = row < k && column < n ? b[row * n + column] : (real) 0;
        }
    }
}

// c = a b + s[0] c for the rows from "top" on and the columns of a group. Each warp has every so manieth piece of the inner sum.
__device__ inline void grid_tile(const Args &args, const Share &share, long long top, long long end, real *tile) {
    const real *a = in(args, 0);
    real *c = out(args, 2);
    const long long n = args.n[1], k = args.n[2];
    const int warp = threadIdx.x / 32, lane = threadIdx.x % 32;
    real sum[2][GROUP] = {};
    for (long long at = 0; at < k; at += GRID_INNER) {
#pragma unroll 8
        for (int i = threadIdx.x; i < GRID_ROWS * GRID_INNER; i += ROW_THREADS) {
            const int row = i / GRID_INNER, j = i % GRID_INNER;
            tile[(j / GRID_DEEP * GRID_ROWS + row) * (GRID_DEEP + 1) + j % GRID_DEEP] =
                top + row < end && at + j < k ? a[(top + row) * k + at + j] : (real) 0;
        }
        __syncthreads();
        const real *mine = tile + (warp * GRID_ROWS + lane) * (GRID_DEEP + 1);
        const real *columns = share.columns + (at + warp * GRID_DEEP) * GROUP;
#pragma unroll
        for (int d = 0; d < GRID_DEEP; d++) {
            const real x = mine[d], y = mine[32 * (GRID_DEEP + 1) + d];
#pragma unroll
            for (int j = 0; j < GROUP; j++) {
                sum[0][j] += x * columns[d * GROUP + j];
                sum[1][j] += y * columns[d * GROUP + j];
            }
        }
        __syncthreads();
    }
    for (int i = 0; i < 2; i++) {
#pragma unroll
        for (int j = 0; j < GROUP; j++) {
            tile[(warp * GRID_ROWS + i * 32 + lane) * (GROUP + 1) + j] = sum[i][j];
        }
    }
    __syncthreads();
    for (int i = threadIdx.x; i < GRID_ROWS * GROUP; i += ROW_THREADS) {
        const long long row = top + i / GROUP, column = share.group * GROUP + i % GROUP;
        if (row < end && column < n) {
            real total = 0;
            for (int w = 0; w < GRID_WARPS; w++) {
                total += tile[(w * GRID_ROWS + i / GROUP) * (GROUP + 1) + i % GROUP];
            }
            c[row * n + column] = total + old(factor(args, 0), c[row * n + column]);
        }
    }
    __syncthreads();
}

__device__ inline void grid_product(const Args &a, real *tile, real *held) {
    for (Share share = share_of(a, held); next(share);) {
        const long long rows = (a.n[0] + share.parts - 1) / share.parts, from = share.part * rows;
        const long long end = from + rows < a.n[0] ? from + rows : a.n[0];
        for (long long top = from; top < end; top += GRID_ROWS) {
            grid_tile(a, share, top, end, tile);
        }
    }
}

// As for "rows"; p[1] = how often blocks have come to where all wait.
GRID_KERNEL(grid) {
    real *tile = (real *) (BLOCK_MEMORY + GRID_STEPS / sizeof(double)), *held = tile + GRID_TILE;
    unsigned long long *arrived = (unsigned long long *) a.p[1];
    const Rows mine = my_rows(a);
    go_through((const long long *) a.p[0], a.n[0], (Step *) BLOCK_MEMORY, [=](const Step &step) {
        switch (step.code) {
            case GRID_PRODUCT: grid_product(step.a, tile, held); break;
            case GRID_HOLD: hold(step.a, held); break;
            case GRID_WAIT: wait_for_all(arrived); break;
            default: each_step(step, mine);
        }
    });
}
