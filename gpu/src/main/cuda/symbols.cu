// Rows of a table by their numbers: p = codes, table or rows, what is written; n = numbers written, columns, rows of the
// table, number of codes.

// Tells at p[3] the first code that no row has, by its place, where fewer stood before.
__device__ inline bool coded(const Args &a, long long place, real code) {
    if (code >= 0 && code < a.n[2] && code == floor(code)) {
        return true;
    }
    atomicMin((unsigned long long *) a.p[3], (unsigned long long) place);
    return false;
}

KERNEL(gather) {
    const real *codes = in(a, 0), *table = in(a, 1);
    real *rows = out(a, 2);
    const long long columns = a.n[1];
    EACH(i, a.n[0]) {
        const long long row = i / columns;
        if (coded(a, row, codes[row])) {
            rows[i] = table[(long long) codes[row] * columns + i % columns] + old(factor(a, 0), rows[i]);
        }
    }
}

// Every number of the table is one thread's, which goes over the codes in their order.
KERNEL(scatter) {
    const real *codes = in(a, 0), *rows = in(a, 1);
    real *table = out(a, 2);
    const long long columns = a.n[1];
    EACH(i, a.n[0]) {
        const long long mine = i / columns;
        real sum = table[i];
        for (long long r = 0; r < a.n[3]; r++) {
            if (coded(a, r, codes[r]) && (long long) codes[r] == mine) {
                sum += rows[r * columns + i % columns];
            }
        }
        table[i] = sum;
    }
}
