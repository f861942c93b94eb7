// Products by tensor cores, in float alone. Their numbers have 10 digits of 24, so where they are to be as exact as float each is
// the sum of two such and a product three of theirs (3xTF32); else the lower digits are left out (TF32). Tiles of SIDE x SIDE, DEEP numbers of the inner sum at a time; the next are brought to
// registers while these are multiplied. Arguments as in product.cu.

#define DEEP 16

// Threads of a block: eight warps, two down and four across the tile.
#define TENSOR_THREADS 256

// A row of the tile in shared memory is longer, so that the lanes of a warp meet different banks.
#define APART 8

// The part of a number that tensor cores read.
struct Split {
    float high, low;
};

#ifdef __CUDACC__
__device__ inline float tf32(float x) {
    unsigned bits;
    asm("cvt.rna.tf32.f32 %0, %1;" : "=r"(bits) : "f"(x));
    return __uint_as_float(bits);
}

// c = c + a b of 16 x 8 and 8 x 8 numbers that a warp holds together (mma.m16n8k8 of the PTX manual).
__device__ inline void mma(float c[4], const float a[4], const float b[2]) {
    asm volatile("mma.sync.aligned.m16n8k8.row.col.f32.tf32.tf32.f32 {%0, %1, %2, %3}, {%4, %5, %6, %7}, {%8, %9}, "
                 "{%0, %1, %2, %3};"
                 : "+f"(c[0]), "+f"(c[1]), "+f"(c[2]), "+f"(c[3])
                 : "r"(__float_as_uint(a[0])), "r"(__float_as_uint(a[1])), "r"(__float_as_uint(a[2])),
                   "r"(__float_as_uint(a[3])), "r"(__float_as_uint(b[0])), "r"(__float_as_uint(b[1])));
}
#endif

__device__ inline Split split(float x) {
    const float high = tf32(x);
    return {high, tf32(x - high)};
}

// Where the numbers of op(x) lie: its inner and outer extents, and the width of x.
struct Tiles {
    const float *x;
    long long inners, outers, width;
};

// Brings the numbers that are this thread's share of a tile, from (inner, outer) on; 0 where there are none.
template <bool along, int SIDE>
__device__ inline void bring_share(const Tiles &of, float *share, long long inner, long long outer) {
#pragma unroll
    for (int i = 0; i < DEEP * SIDE / TENSOR_THREADS; i++) {
        const int at = threadIdx.x + i * TENSOR_THREADS;
        const long long k = inner + (along ? at / SIDE : at % DEEP), j = outer + (along ? at % SIDE : at / DEEP);
        share[i] = k < of.inners && j < of.outers ? of.x[along ? k * of.width + j : j * of.width + k] : 0;
    }
}

// Puts them into the tile.
template <bool along, int SIDE>
__device__ inline void put_share(float tile[DEEP][SIDE + APART], const float *share) {
#pragma unroll
    for (int i = 0; i < DEEP * SIDE / TENSOR_THREADS; i++) {
        const int at = threadIdx.x + i * TENSOR_THREADS;
        tile[along ? at / SIDE : at % DEEP][along ? at % SIDE : at / DEEP] = share[i];
    }
}

template <bool exact, bool transpose_a, bool transpose_b, int SIDE>
__device__ inline void tensor_product(const Args &args) {
    constexpr int DOWN = SIDE / 2 / 16, ACROSS = SIDE / 4 / 8, MINE = DEEP * SIDE / TENSOR_THREADS;
    __shared__ float left[2][DEEP][SIDE + APART], right[2][DEEP][SIDE + APART];
    const long long m = args.n[0], n = args.n[1], k = args.n[2], share = args.n[3];
    const long long top = blockIdx.y * (long long) SIDE, side = blockIdx.x * (long long) SIDE;
    const long long from = blockIdx.z * share, to = from + share < k ? from + share : k;
    const Tiles a = {(const float *) args.p[0], to, m, transpose_a ? m : k};
    const Tiles b = {(const float *) args.p[1], to, n, transpose_b ? k : n};
    const int warp = threadIdx.x / 32, group = threadIdx.x % 32 / 4, place = threadIdx.x % 4;
    const int first = warp / 4 * (SIDE / 2), beside = warp % 4 * (SIDE / 4);
    float sum[DOWN][ACROSS][4] = {}, next_left[MINE], next_right[MINE];
    bring_share<transpose_a, SIDE>(a, next_left, from, top);
    bring_share<!transpose_b, SIDE>(b, next_right, from, side);
    int now = 0;
    for (long long at = from; at < to; at += DEEP, now ^= 1) {
        put_share<transpose_a, SIDE>(left[now], next_left);
        put_share<!transpose_b, SIDE>(right[now], next_right);
        __syncthreads();
        if (at + DEEP < to) {
            bring_share<transpose_a, SIDE>(a, next_left, at + DEEP, top);
            bring_share<!transpose_b, SIDE>(b, next_right, at + DEEP, side);
        }
#pragma unroll 1
        for (int d = 0; d < DEEP; d += 8) {
            float y[2][ACROSS][2]; // high and low
#pragma unroll
            for (int j = 0; j < ACROSS; j++) {
                for (int i = 0; i < 2; i++) {
                    const Split s = split(right[now][d + place + 4 * i][beside + 8 * j + group]);
                    y[0][j][i] = s.high;
                    y[1][j][i] = s.low;
                }
            }
#pragma unroll
            for (int i = 0; i < DOWN; i++) {
                float x[2][4];
                for (int q = 0; q < 4; q++) {
                    const Split s = split(left[now][d + place + q / 2 * 4][first + 16 * i + group + q % 2 * 8]);
                    x[0][q] = s.high;
                    x[1][q] = s.low;
                }
#pragma unroll
                for (int j = 0; j < ACROSS; j++) {
                    if (exact) {
                        mma(sum[i][j], x[1], y[0][j]);
                        mma(sum[i][j], x[0], y[1][j]);
                    }
                    mma(sum[i][j], x[0], y[0][j]);
                }
            }
        }
    }
    float *c = (float *) args.p[2] + blockIdx.z * m * n;
#pragma unroll
    for (int i = 0; i < DOWN; i++) {
#pragma unroll
        for (int j = 0; j < ACROSS; j++) {
#pragma unroll
            for (int q = 0; q < 4; q++) {
                const long long r = top + first + 16 * i + group + q / 2 * 8, s = side + beside + 8 * j + 2 * place + q % 2;
                if (r < m && s < n) {
                    c[r * n + s] = sum[i][j][q] + (args.s[0] == 0 ? 0 : (float) args.s[0] * c[r * n + s]);
                }
            }
        }
    }
}

// Kernels of both sizes of tiles; in double they are there and do nothing, for nobody asks.
#define TENSOR_KERNEL(name, exact, transpose_a, transpose_b, side)       \
    BLOCK_KERNEL(name) {                                                 \
        if (sizeof(real) == sizeof(float)) {                             \
            tensor_product<exact, transpose_a, transpose_b, side>(a);    \
        }                                                                \
    }

#define TENSOR_KERNELS(name, exact, side)                \
    TENSOR_KERNEL(name##_nn, exact, false, false, side)  \
    TENSOR_KERNEL(name##_nt, exact, false, true, side)   \
    TENSOR_KERNEL(name##_tn, exact, true, false, side)   \
    TENSOR_KERNEL(name##_tt, exact, true, true, side)

TENSOR_KERNELS(tensor, true, 128)
TENSOR_KERNELS(small_tensor, true, 64)
TENSOR_KERNELS(tf32, false, 128)
TENSOR_KERNELS(small_tf32, false, 64)
