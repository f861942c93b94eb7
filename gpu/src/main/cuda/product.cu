// c = op(a) op(b) + beta c, in tiles that the threads of a block bring in together. p = a, b, c or the parts of c;
// n = m, n, k, and how many numbers of the inner sum are one block's; s[0] = beta.

#define TILE 64
#define DEPTH 16
#define PIECE 4

// Threads of a block, TILE / PIECE squared.
#define TILERS 256

// Brings DEPTH x TILE numbers of op(x) into the tile: those from (inner, outer) on, 0 where op(x) has none. The numbers
// of x lie side by side along the outer index if "along", else along the inner one.
template <bool along>
__device__ inline void bring(real tile[DEPTH][TILE + 1], const real *x, long long inner, long long outer, long long inners,
                             long long outers, long long width) {
    for (int i = threadIdx.x; i < DEPTH * TILE; i += TILERS) {
        const int k = along ? i / TILE : i % DEPTH;
        const int j = along ? i % TILE : i / DEPTH;
        const long long row = along ? inner + k : outer + j;
        const long long column = along ? outer + j : inner + k;
        tile[k][j] = inner + k < inners && outer + j < outers ? x[row * width + column] : (real) 0;
    }
}

template <bool transpose_a, bool transpose_b>
__device__ inline void product(const Args &args) {
    __shared__ real left[DEPTH][TILE + 1];
    __shared__ real right[DEPTH][TILE + 1];
    const real *a = in(args, 0), *b = in(args, 1);
    const long long m = args.n[0], n = args.n[1], k = args.n[2], share = args.n[3];
    const long long top = blockIdx.y * (long long) TILE, side = blockIdx.x * (long long) TILE;
    const long long from = blockIdx.z * share, to = from + share < k ? from + share : k;
    const int row = threadIdx.x / (TILE / PIECE), column = threadIdx.x % (TILE / PIECE);
    real sum[PIECE][PIECE] = {};
    for (long long at = from; at < to; at += DEPTH) {
        bring<transpose_a>(left, a, at, top, to, m, transpose_a ? m : k);
        bring<!transpose_b>(right, b, at, side, to, n, transpose_b ? k : n);
        __syncthreads();
        for (int d = 0; d < DEPTH; d++) {
            real x[PIECE], y[PIECE];
            for (int i = 0; i < PIECE; i++) {
                x[i] = left[d][row + i * (TILE / PIECE)];
                y[i] = right[d][column + i * (TILE / PIECE)];
            }
            for (int i = 0; i < PIECE; i++) {
                for (int j = 0; j < PIECE; j++) {
                    sum[i][j] += x[i] * y[j];
                }
            }
        }
        __syncthreads();
    }
    real *c = out(args, 2) + blockIdx.z * m * n;
    for (int i = 0; i < PIECE; i++) {
        for (int j = 0; j < PIECE; j++) {
            const long long r = top + row + i * (TILE / PIECE), s = side + column + j * (TILE / PIECE);
            if (r < m && s < n) {
                c[r * n + s] = sum[i][j] + old(factor(args, 0), c[r * n + s]);
            }
        }
    }
}

BLOCK_KERNEL(product_nn) { product<false, false>(a); }

BLOCK_KERNEL(product_nt) { product<false, true>(a); }

BLOCK_KERNEL(product_tn) { product<true, false>(a); }

BLOCK_KERNEL(product_tt) { product<true, true>(a); }

// Adds up the parts in their order: p = parts, c; n = numbers of c, parts; s[0] = beta.
KERNEL(product_sum) {
    const real *parts = in(a, 0);
    real *c = out(a, 1);
    EACH(i, a.n[0]) {
        real sum = 0;
        for (long long part = 0; part < a.n[1]; part++) {
            sum += parts[part * a.n[0] + i];
        }
        c[i] = sum + old(factor(a, 0), c[i]);
    }
}
