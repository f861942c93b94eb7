// Element by element: p holds the operands and last what is written, n[0] says how many numbers they have.

KERNEL(fill) {
    real *x = out(a, 0);
    EACH(i, a.n[0]) x[i] = factor(a, 0);
}

KERNEL(add_scaled) {
    const real *x = in(a, 0);
    real *y = out(a, 1);
    EACH(i, a.n[0]) y[i] += factor(a, 0) * x[i];
}

KERNEL(scale) {
    real *x = out(a, 0);
    EACH(i, a.n[0]) x[i] *= factor(a, 0);
}

KERNEL(times) {
    const real *x = in(a, 0), *y = in(a, 1);
    real *z = out(a, 2);
    EACH(i, a.n[0]) z[i] = factor(a, 0) * x[i] * y[i] + old(factor(a, 1), z[i]);
}

// s[0] x / (sqrt(y) + s[2]) + s[1] z
KERNEL(over_root) {
    const real *x = in(a, 0), *y = in(a, 1);
    real *z = out(a, 2);
    EACH(i, a.n[0]) z[i] = factor(a, 0) * x[i] / (sqrt(y[i]) + factor(a, 2)) + old(factor(a, 1), z[i]);
}

enum { TANH, LOGISTIC, LINEAR, RELU };

__device__ inline real value(int f, real u) {
    switch (f) {
        case TANH: return tanh(u);
        case LOGISTIC: return 1 / (1 + exp(-u));
        case LINEAR: return u;
        default: return u < 0 ? (real) 0 : u; // what is no number stays none
    }
}

__device__ inline real slope(int f, real h) {
    switch (f) {
        case TANH: return 1 - h * h;
        case LOGISTIC: return h * (1 - h);
        case LINEAR: return 1;
        default: return h > 0 ? (real) 1 : (real) 0;
    }
}

KERNEL(activate) {
    const real *u = in(a, 0);
    real *h = out(a, 1);
    EACH(i, a.n[0]) h[i] = value((int) a.n[1], u[i]);
}

KERNEL(times_slope) {
    const real *h = in(a, 0), *x = in(a, 1);
    real *y = out(a, 2);
    EACH(i, a.n[0]) y[i] = slope((int) a.n[1], h[i]) * x[i] + old(factor(a, 0), y[i]);
}

// y = x', n[0] numbers, x with n[1] rows and n[2] columns
KERNEL(transpose) {
    const real *x = in(a, 0);
    real *y = out(a, 1);
    const long long rows = a.n[1], columns = a.n[2];
    EACH(i, a.n[0]) y[i] = x[i % rows * columns + i / rows];
}
