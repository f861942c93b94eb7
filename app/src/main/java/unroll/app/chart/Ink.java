package unroll.app.chart;

/** What a line in a plot stands for; the style sheets give each its colour. */
public enum Ink {
    /** The line that is looked for. */
    MAIN,
    /** What it is compared with. */
    QUIET,
    /** The same, as it was before smoothing. */
    FAINT,
    /** A third line beside the two. */
    SECOND,
    /** A line of its own beside several. */
    THIRD,
    /** Another. */
    FOURTH,
    /** Another. */
    FIFTH,
    /** Another. */
    SIXTH,
    /** Another. */
    SEVENTH,
    /** The numbers on the axes and levels to compare with. */
    LABEL,
    /** The lines of the grid. */
    GRID,
    /** Where something broke. */
    BROKEN,
    /** The area between a least and a most. */
    RIBBON
}
