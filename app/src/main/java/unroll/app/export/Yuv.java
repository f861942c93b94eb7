package unroll.app.export;

import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Picture;

/** Pixels as brightness and two differences of colour (BT.601, 16 to 235), these in half the width and height. */
final class Yuv {
    /** JCodec keeps samples as signed bytes. */
    private static final int MIDDLE = 128;

    private Yuv() {}

    /** A frame of an even width and height. */
    static Picture of(FilmFile.Frame frame) {
        int width = frame.width();
        int height = frame.height();
        if (width % 2 != 0 || height % 2 != 0) {
            throw new IllegalArgumentException(width + " x " + height + " is odd");
        }
        Picture picture = Picture.create(width, height, ColorSpace.YUV420J);
        byte[] brightness = picture.getPlaneData(0);
        byte[] blue = picture.getPlaneData(1);
        byte[] red = picture.getPlaneData(2);
        for (int y = 0; y < height; y += 2) {
            for (int x = 0; x < width; x += 2) {
                double[] sum = new double[3];
                for (int i = 0; i < 4; i++) {
                    int at = (y + i / 2) * width + x + i % 2;
                    int pixel = frame.pixels()[at];
                    int r = pixel >> 16 & 255;
                    int g = pixel >> 8 & 255;
                    int b = pixel & 255;
                    brightness[at] = sample(16 + (65.481 * r + 128.553 * g + 24.966 * b) / 255);
                    sum[0] += r;
                    sum[1] += g;
                    sum[2] += b;
                }
                int half = y / 2 * (width / 2) + x / 2;
                blue[half] = sample(MIDDLE + (-37.797 * sum[0] - 74.203 * sum[1] + 112 * sum[2]) / (4 * 255));
                red[half] = sample(MIDDLE + (112 * sum[0] - 93.786 * sum[1] - 18.214 * sum[2]) / (4 * 255));
            }
        }
        return picture;
    }

    private static byte sample(double value) {
        return (byte) (Math.rint(value) - MIDDLE);
    }
}
