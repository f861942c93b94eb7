package unroll.engine.data;

import java.awt.image.Raster;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.BiPredicate;

/**
 * JPEG pictures of four inks: cyan, magenta, yellow and black, stored as what they leave of white (as Adobe began it), the first
 * three perhaps as luma and two colour differences (YCCK). Colour profiles are not asked, for each system has others.
 */
final class JpegInks {
    private static final int START_OF_IMAGE = 0xd8;
    private static final int START_OF_SCAN = 0xda;
    private static final int APPLICATION_14 = 0xee;
    private static final String ADOBE = "Adobe";

    /** Where a frame says how many colours it has, from its marker on. */
    private static final int COLOURS = 9;

    /** Where Adobe's segment says how colours are stored, from its marker on, and what it says of YCCK. */
    private static final int TRANSFORM = 15;

    private static final int YCCK = 2;

    private JpegInks() {}

    /**
     * The picture in grey.
     *
     * @param file its bytes
     * @param raw four numbers of a byte for each pixel, as they are stored
     */
    static GreyPicture grey(byte[] file, Raster raw) {
        boolean differences = transform(file) == YCCK;
        char[] grey = new char[raw.getWidth() * raw.getHeight()];
        int[] pixel = new int[4];
        for (int i = 0; i < grey.length; i++) {
            raw.getPixel(raw.getMinX() + i % raw.getWidth(), raw.getMinY() + i / raw.getWidth(), pixel);
            if (differences) {
                apart(pixel);
            }
            double left = pixel[3] / 255.0;
            grey[i] = (char) (GreyPicture.STEP_OF_A_BYTE
                    * Math.round(PictureFile.luma(left * pixel[0], left * pixel[1], left * pixel[2])));
        }
        return new GreyPicture(raw.getWidth(), raw.getHeight(), grey);
    }

    /** What the three inks leave, of luma and colour differences, whose colours are the inks themselves (ITU-T T.872 sec. 6.3). */
    private static void apart(int[] pixel) {
        double luma = pixel[0];
        double blue = pixel[1] - 128.0;
        double red = pixel[2] - 128.0;
        pixel[0] = left(luma + 1.402 * red);
        pixel[1] = left(luma - 0.344136 * blue - 0.714136 * red);
        pixel[2] = left(luma + 1.772 * blue);
    }

    private static int left(double ink) {
        return 255 - (int) Math.clamp(Math.round(ink), 0L, 255L);
    }

    /** Whether the bytes are a JPEG picture of four colours. */
    static boolean has(byte[] file) {
        boolean jpeg = file.length > 2 && (file[0] & 255) == 0xff && (file[1] & 255) == START_OF_IMAGE;
        int frame = jpeg ? segment(file, JpegInks::isFrame) : -1;
        return frame >= 0 && file[frame + COLOURS] == 4;
    }

    /** What Adobe's segment says of how colours are stored; 0 where there is none. */
    private static int transform(byte[] file) {
        int adobe = segment(file, JpegInks::isAdobe);
        return adobe < 0 ? 0 : file[adobe + TRANSFORM];
    }

    /** Where the first such segment begins, of those before the numbers of the picture; -1 where there is none. */
    private static int segment(byte[] file, BiPredicate<byte[], Integer> wanted) {
        ByteBuffer in = ByteBuffer.wrap(file);
        int at = 2;
        while (at + TRANSFORM < file.length && (file[at] & 255) == 0xff && (file[at + 1] & 255) != START_OF_SCAN) {
            if (wanted.test(file, at)) {
                return at;
            }
            at += 2 + (in.getShort(at + 2) & 0xffff);
        }
        return -1;
    }

    private static boolean isAdobe(byte[] file, int at) {
        return (file[at + 1] & 255) == APPLICATION_14
                && new String(file, at + 4, ADOBE.length(), StandardCharsets.US_ASCII).equals(ADOBE);
    }

    /** Frames are the markers C0 to CF but for C4, C8 and CC (ITU-T T.81 table B.1). */
    private static boolean isFrame(byte[] file, int at) {
        int marker = file[at + 1] & 255;
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }
}
