package unroll.engine.backend;

/** How exact a card's tensor cores make products of {@link Precision#SINGLE} numbers. */
public enum Products {
    /** As sums of floats are. */
    EXACT,
    /** Ten binary digits of each factor, summed in float: a third of the work (NVIDIA's TF32). */
    TF32
}
