package unroll.engine.run;

/** What a run is doing. */
public enum State {
    /** Nothing done yet. */
    READY,
    RUNNING,
    PAUSED,
    /** All updates made. */
    FINISHED,
    /** Loss or gradient were no number; the parameters are the last with which they were. */
    DIVERGED,
    /** Ended by a fault of the program, the disk or the card; what was saved is there. */
    FAILED,
    CLOSED
}
