package unroll.engine.backend;

/** What multiplies matrices in the heap of the processor. */
sealed interface Blas permits OpenBlas, PlainBlas {
    /** What it is, and if it is not the native library, why: for people. */
    String description();
}
