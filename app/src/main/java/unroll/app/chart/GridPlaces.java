package unroll.app.chart;

/**
 * Where pictures of one size stand in a grid, from left to right and row by row.
 *
 * @param width pixels of a picture across
 * @param height pixels of it down
 * @param enlarged points of the screen that a pixel is wide and high, at least 1
 * @param gap pixels between two pictures
 * @param columns pictures beside each other, at least 1
 * @param rows rows of pictures in all
 * @param seen rows that have room at once, at least 1
 */
record GridPlaces(int width, int height, int enlarged, int gap, int columns, int rows, int seen) {
    /** Points of the screen between two pictures, at least. */
    private static final double APART = 3;

    /**
     * As large as they all fit, or where they do not even in the least size, in that.
     *
     * @param count pictures
     * @param wide room across, in points of the screen
     * @param high room down
     * @param least points of the longer side of a picture
     * @param bar what a scroll bar takes of the width, where one is needed
     */
    static GridPlaces fit(int count, int width, int height, double wide, double high, double least, double bar) {
        int smallest = Math.max(1, (int) Math.ceil(least / Math.max(width, height)));
        for (int enlarged = (int) Math.min(wide / width, high / height); enlarged >= smallest; enlarged--) {
            GridPlaces places = at(enlarged, count, width, height, wide, high);
            if (places.rows <= places.seen) {
                return places;
            }
        }
        return at(smallest, count, width, height, wide - bar, high);
    }

    private static GridPlaces at(int enlarged, int count, int width, int height, double wide, double high) {
        int gap = (int) Math.ceil(APART / enlarged);
        int columns = fitting(wide / enlarged, width, gap);
        int rows = (count + columns - 1) / columns;
        return new GridPlaces(width, height, enlarged, gap, columns, rows, fitting(high / enlarged, height, gap));
    }

    private static int fitting(double room, int size, int gap) {
        return Math.max(1, (int) ((room + gap) / (size + gap)));
    }

    /** Whether not all rows have room. */
    boolean scrolls() {
        return rows > seen;
    }

    /** Rows that are seen at once. */
    int shownRows() {
        return Math.min(rows, seen);
    }

    /** Pixels of all that is seen across, the gaps between among them. */
    int pixelsAcross() {
        return columns * (width + gap) - gap;
    }

    int pixelsDown() {
        return Math.max(1, shownRows() * (height + gap) - gap);
    }

    /** Where the column of a place begins, in points of the screen. */
    double left(int place) {
        return (double) place % columns * (width + gap) * enlarged;
    }

    /** Where the row of a place begins, seen from the row that is the first to be seen. */
    double top(int place, int firstRow) {
        return (double) (place / columns - firstRow) * (height + gap) * enlarged;
    }

    /** The place at a point of the screen, which may be one that no picture has; -1 between pictures and beside them. */
    int at(double x, double y, int firstRow) {
        int column = (int) Math.floor(x / enlarged);
        int row = (int) Math.floor(y / enlarged);
        boolean outside = column < 0 || row < 0 || column >= pixelsAcross() || row >= pixelsDown();
        return outside || column % (width + gap) >= width || row % (height + gap) >= height
                ? -1
                : (firstRow + row / (height + gap)) * columns + column / (width + gap);
    }

    /** The first row to be seen that is nearest to {@code firstRow} and from which a place is seen. */
    int firstRowFor(int place, int firstRow) {
        int row = place / columns;
        return Math.clamp(Math.clamp(firstRow, Math.max(0, row - seen + 1), row), 0, Math.max(0, rows - seen));
    }
}
