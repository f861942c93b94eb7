package unroll.engine.data;

/**
 * How the colours of pictures stand in an IDX file: those of a pixel together, as NumPy and TensorFlow have them, or one after the other as
 * whole pictures, as PyTorch has them.
 *
 * @param count 1 for grey, 3 for red, green and blue
 * @param apart whether each is a whole picture
 */
record IdxColours(int count, boolean apart) {
    static final IdxColours GREY = new IdxColours(1, false);

    /** A number for each pixel and colour of a picture. */
    interface Numbers {
        double at(int place);
    }

    /** The brightness of a pixel, in the unit of the numbers: its only colour, or the luma of three. */
    double grey(Numbers numbers, int pixel, int pixels) {
        return count == 1
                ? numbers.at(pixel)
                : PictureFile.luma(
                        numbers.at(place(pixel, 0, pixels)),
                        numbers.at(place(pixel, 1, pixels)),
                        numbers.at(place(pixel, 2, pixels)));
    }

    private int place(int pixel, int colour, int pixels) {
        return apart ? colour * pixels + pixel : count * pixel + colour;
    }
}
