package unroll.app.view.netview;

/**
 * A unit of the drawing.
 *
 * @param row its layer, from the inputs up, from 0
 * @param unit from 0
 */
record UnitPlace(int row, int unit) {
    /** No unit. */
    static final UnitPlace NONE = new UnitPlace(-1, -1);

    boolean none() {
        return row < 0;
    }
}
