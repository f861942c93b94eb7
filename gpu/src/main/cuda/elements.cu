// Element by element: p holds the operands and last what is written, n[0] says how many numbers they have.

ELEMENT(fill) { out(a, 0)[i] = factor(a, 0); }

ELEMENT(copy) { out(a, 1)[i] = in(a, 0)[i]; }

ELEMENT(add_scaled) { out(a, 1)[i] += factor(a, 0) * in(a, 0)[i]; }

ELEMENT(scale) { out(a, 0)[i] *= factor(a, 0); }

// s[0] x y + s[1] z
ELEMENT(times) {
    real *z = out(a, 2);
    z[i] = factor(a, 0) * in(a, 0)[i] * in(a, 1)[i] + old(factor(a, 1), z[i]);
}

// s[0] x / (sqrt(y) + s[2]) + s[1] z
ELEMENT(over_root) {
    real *z = out(a, 2);
    z[i] = factor(a, 0) * in(a, 0)[i] / (sqrt(in(a, 1)[i]) + factor(a, 2)) + old(factor(a, 1), z[i]);
}

// As Activation.java has them.
enum class Activation { TANH, LOGISTIC, LINEAR, RELU, STEP };

__device__ inline real value(Activation f, real u) {
    switch (f) {
        case Activation::TANH: return tanh(u);
        case Activation::LOGISTIC: return 1 / (1 + exp(-u));
        case Activation::LINEAR: return u;
        case Activation::RELU: return u < 0 ? (real) 0 : u; // what is no number stays none
        default: return u > 0 ? (real) 1 : u <= 0 ? (real) 0 : u;
    }
}

__device__ inline real slope(Activation f, real h) {
    switch (f) {
        case Activation::TANH: return 1 - h * h;
        case Activation::LOGISTIC: return h * (1 - h);
        case Activation::LINEAR: return 1;
        case Activation::RELU: return h > 0 ? (real) 1 : (real) 0;
        default: return 0;
    }
}

ELEMENT(activate) { out(a, 1)[i] = value((Activation) a.n[1], in(a, 0)[i]); }

// f'(u) x + s[0] y
ELEMENT(times_slope) {
    real *y = out(a, 2);
    y[i] = slope((Activation) a.n[1], in(a, 0)[i]) * in(a, 1)[i] + old(factor(a, 0), y[i]);
}

// y = x', x with n[1] rows and n[2] columns
ELEMENT(transpose) { out(a, 1)[i] = in(a, 0)[i % a.n[1] * a.n[2] + i / a.n[1]]; }
