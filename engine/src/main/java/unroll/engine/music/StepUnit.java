package unroll.engine.music;

/** What a time step is measured in. */
public enum StepUnit {
    /** The longest part of a quarter note on which all notes begin; 0.05 s where they begin on none. */
    FOUND,
    /** Seconds. */
    SECONDS,
    /** Quarter notes, whatever the tempo. */
    QUARTERS
}
