package unroll.app.export;

/** What a film goes along. */
enum FilmAxis {
    /** The sequence, step by step. */
    TIME_STEPS,
    /** The same step of the network at all updates that are remembered. */
    TRAINING
}
