package unroll.app.export;

import java.io.Closeable;
import java.io.IOException;

/** A film that is being written, frame by frame. */
interface FilmFile extends Closeable {
    /** Adds a frame. */
    void add(Frame frame) throws IOException;

    /** Writes what comes after the last frame; without it the file is no film. */
    void finish() throws IOException;

    /**
     * A picture of a film.
     *
     * @param width pixels across, the same for all frames
     * @param height pixels down
     * @param pixels row by row, opaque {@code 0xAARRGGBB}; not to be changed any more
     */
    record Frame(int width, int height, int[] pixels) {
        public Frame {
            if (pixels.length != width * height) {
                throw new IllegalArgumentException(width + " x " + height + " is not " + pixels.length + " pixels");
            }
        }
    }
}
