package unroll.engine.data;

/**
 * A picture in grey.
 *
 * @param width pixels across
 * @param height pixels down
 * @param brightness row by row, 0 black and {@link #WHITE} white: as fine as 16 bits, and exactly v / 255 for a byte v
 */
record GreyPicture(int width, int height, char[] brightness) {
    /** The brightness of white paper. */
    static final int WHITE = 65_535;

    /** What one step of a byte is: 255 of them are white. */
    static final int STEP_OF_A_BYTE = WHITE / 255;

    /** Of memory for each pixel. */
    static final int BYTES = Character.BYTES;
}
