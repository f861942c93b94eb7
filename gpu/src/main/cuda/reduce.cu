// Sums, in double and always in the same order: however many blocks a card runs at once, the bits are the same.

// The sum of what all threads of a block bring.
__device__ inline double block_sum(double mine) {
    __shared__ double sums[BLOCK];
    __syncthreads(); // the block may have summed before
    sums[threadIdx.x] = mine;
    __syncthreads();
    for (int half = BLOCK / 2; half > 0; half /= 2) {
        if (threadIdx.x < half) {
            sums[threadIdx.x] += sums[threadIdx.x + half];
        }
        __syncthreads();
    }
    return sums[0];
}

// The largest of them.
__device__ inline real block_max(real mine) {
    __shared__ real largest[BLOCK];
    __syncthreads();
    largest[threadIdx.x] = mine;
    __syncthreads();
    for (int half = BLOCK / 2; half > 0; half /= 2) {
        if (threadIdx.x < half && !(largest[threadIdx.x] >= largest[threadIdx.x + half])) {
            largest[threadIdx.x] = largest[threadIdx.x + half];
        }
        __syncthreads();
    }
    return largest[0];
}

// p = x, y, a double for each block: its part of sum x y over n[0] numbers
BLOCK_KERNEL(dot) {
    const real *x = in(a, 0), *y = in(a, 1);
    double sum = 0;
    EACH(i, a.n[0]) sum += (double) x[i] * y[i];
    sum = block_sum(sum);
    if (threadIdx.x == 0) {
        ((double *) a.p[2])[blockIdx.x] = sum;
    }
}

// p = doubles, a double for each block: its part of their sum
BLOCK_KERNEL(sum) {
    const double *x = (const double *) a.p[0];
    double sum = 0;
    EACH(i, a.n[0]) sum += x[i];
    sum = block_sum(sum);
    if (threadIdx.x == 0) {
        ((double *) a.p[1])[blockIdx.x] = sum;
    }
}
