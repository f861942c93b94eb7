package unroll.engine.sweep;

import unroll.engine.setting.SettingsJson;

/** How a run of a sweep ended. */
public enum Outcome {
    /** A test met the task's own rule before a limit was reached. */
    SOLVED,
    /** No test met it. */
    NOT_SOLVED,
    /** It came to its end, and the task has no rule to be solved by. */
    FINISHED,
    /** A number became infinite or NaN. */
    DIVERGED,
    /** Something outside the run failed, such as a full disk: it is tried again the next time. */
    FAILED;

    /** Whether the experiment itself came to it, so that it is kept and counted. */
    boolean counts() {
        return this != FAILED;
    }

    /** Whether it was to be solved. */
    boolean tried() {
        return this == SOLVED || this == NOT_SOLVED || this == DIVERGED;
    }

    /** As it is written in tables: "not solved". */
    public String words() {
        return SettingsJson.text(this).replace('-', ' ');
    }
}
