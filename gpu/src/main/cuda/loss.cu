// Matching losses (thesis sec. 2.3.2 and 4.2), a block for a row at a time; n = rows, columns, which loss.

// As Loss.java has them.
enum class Loss { SQUARED, LOGISTIC, SOFTMAX };

__device__ inline real logistic(real o) { return 1 / (1 + exp(-o)); }

// What a softmax row is divided by, and what is taken from its numbers before.
struct Partition {
    real largest;
    double sum;
};

__device__ inline Partition partition(Loss loss, const real *o, long long columns) {
    Partition z = {0, 1};
    if (loss == Loss::SOFTMAX) {
        real mine = -INFINITY;
        for (long long j = threadIdx.x; j < columns; j += BLOCK) {
            mine = mine >= o[j] ? mine : o[j];
        }
        z.largest = block_max(mine);
        double sum = 0;
        for (long long j = threadIdx.x; j < columns; j += BLOCK) {
            sum += exp(o[j] - z.largest);
        }
        z.sum = block_sum(sum);
    }
    return z;
}

// g(o_j)
__device__ inline real unit(Loss loss, real o, Partition z) {
    switch (loss) {
        case Loss::SQUARED: return o;
        case Loss::LOGISTIC: return logistic(o);
        default: return (real) (exp(o - z.largest) / z.sum);
    }
}

// p = o, the units' values
BLOCK_KERNEL(outputs) {
    const Loss loss = (Loss) a.n[2];
    const long long columns = a.n[1];
    for (long long r = blockIdx.x; r < a.n[0]; r += gridDim.x) {
        const real *o = in(a, 0) + r * columns;
        real *p = out(a, 1) + r * columns;
        const Partition z = partition(loss, o, columns);
        for (long long j = threadIdx.x; j < columns; j += BLOCK) {
            p[j] = unit(loss, o[j], z);
        }
    }
}

__device__ inline double term(Loss loss, real o, real y, Partition z) {
    switch (loss) {
        case Loss::SQUARED: return ((double) o - y) * ((double) o - y) / 2;
        case Loss::LOGISTIC: return (o > 0 ? (double) o : 0.0) + log1p(exp(-fabs((double) o))) - (double) y * o;
        default: return (double) y * (log(z.sum) - ((double) o - z.largest));
    }
}

// p = o, y, weights, the gradient, a double for each row: its weighted loss; s[0] scales the gradient
BLOCK_KERNEL(loss) {
    const Loss loss = (Loss) a.n[2];
    const long long columns = a.n[1];
    for (long long r = blockIdx.x; r < a.n[0]; r += gridDim.x) {
        const real *o = in(a, 0) + r * columns, *y = in(a, 1) + r * columns;
        real *gradient = out(a, 3) + r * columns;
        const real w = in(a, 2)[r];
        double value = 0;
        if (w == 0) {
            for (long long j = threadIdx.x; j < columns; j += BLOCK) {
                gradient[j] = 0;
            }
        } else {
            const Partition z = partition(loss, o, columns);
            double mine = 0;
            for (long long j = threadIdx.x; j < columns; j += BLOCK) {
                mine += term(loss, o[j], y[j], z);
                gradient[j] = factor(a, 0) * w * (unit(loss, o[j], z) - y[j]);
            }
            value = w * block_sum(mine);
        }
        if (threadIdx.x == 0) {
            ((double *) a.p[4])[r] = value;
        }
    }
}

// p = o, weights, v, the scaled and weighted H(o) v; s[0] scales it
BLOCK_KERNEL(loss_curvature) {
    const Loss loss = (Loss) a.n[2];
    const long long columns = a.n[1];
    for (long long r = blockIdx.x; r < a.n[0]; r += gridDim.x) {
        const real *o = in(a, 0) + r * columns, *v = in(a, 2) + r * columns;
        real *product = out(a, 3) + r * columns;
        const real w = in(a, 1)[r];
        if (w == 0) {
            for (long long j = threadIdx.x; j < columns; j += BLOCK) {
                product[j] = 0;
            }
            continue;
        }
        const Partition z = partition(loss, o, columns);
        double mean = 0;
        if (loss == Loss::SOFTMAX) {
            for (long long j = threadIdx.x; j < columns; j += BLOCK) {
                mean += (double) unit(loss, o[j], z) * v[j];
            }
            mean = block_sum(mean);
        }
        for (long long j = threadIdx.x; j < columns; j += BLOCK) {
            const real p = unit(loss, o[j], z);
            const real hv = loss == Loss::SQUARED ? v[j] : loss == Loss::LOGISTIC ? p * (1 - p) * v[j] : p * (v[j] - (real) mean);
            product[j] = factor(a, 0) * w * hv;
        }
    }
}
