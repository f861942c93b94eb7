package unroll.engine.task;

/** What small balls that flicker do to a film: the structured noise of thesis figure 3.2. */
public enum FilmNoise {
    /** There are none: the next frame is predicted. */
    NONE,
    /** They are seen, and the frame is to be given back without them. */
    DENOISE,
    /** They are seen, and the next frame is to be predicted without them. */
    PREDICT
}
