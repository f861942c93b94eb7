package unroll.engine.data;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;

/**
 * Grey pictures of one size from a user's own files: an IDX file of bytes (LeCun's format of MNIST), packed by gzip or not,
 * or a folder of picture files.
 */
public final class PictureSet {
    /** IDX: two zeros, the type of the numbers (8: unsigned bytes), and how many dimensions follow. */
    private static final int BYTES_IN_3_DIMENSIONS = 0x00000803;

    private static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg", ".gif", ".bmp");

    private final int width;
    private final int height;
    private final List<byte[]> pictures;

    private PictureSet(Path source, int width, int height, List<byte[]> pictures) {
        if (pictures.size() < 2) {
            throw new DataException(
                    source, "holds too few pictures: one to learn from and one to test on are the least");
        }
        this.width = width;
        this.height = height;
        this.pictures = pictures;
    }

    /**
     * The pictures in an IDX file, or in a folder in the order of the files' names.
     *
     * @throws DataException where there is none, a file is damaged, or sizes differ
     */
    public static PictureSet read(Path source) {
        try {
            return Files.isDirectory(source) ? folder(source) : idx(source);
        } catch (EOFException e) {
            throw new DataException(source, "ends before its last picture");
        } catch (IOException e) {
            throw DataException.unreadable(source, e);
        }
    }

    private static PictureSet idx(Path file) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
                DataInputStream in = new DataInputStream(unpacked(bytes))) {
            int magic = in.readInt();
            if (magic != BYTES_IN_3_DIMENSIONS) {
                throw new DataException(
                        file,
                        String.format(
                                "begins with %08x, but an IDX file of pictures begins with %08x",
                                magic, BYTES_IN_3_DIMENSIONS));
            }
            int count = in.readInt();
            int height = in.readInt();
            int width = in.readInt();
            long pixels = (long) width * height;
            if (count < 0 || width < 1 || height < 1 || pixels > Integer.MAX_VALUE) {
                throw new DataException(
                        file, "tells of " + count + " pictures of " + width + " x " + height + " pixels");
            }
            DataSize.check(file, (double) count * pixels);
            List<byte[]> pictures = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                byte[] picture = in.readNBytes((int) pixels); // takes memory only for what is there
                if (picture.length < pixels) {
                    throw new EOFException();
                }
                pictures.add(picture);
            }
            if (in.read() >= 0) {
                throw new DataException(file, "goes on after the last of its " + count + " pictures");
            }
            return new PictureSet(file, width, height, pictures);
        }
    }

    private static InputStream unpacked(InputStream in) throws IOException {
        in.mark(2);
        boolean packed = in.read() == 0x1f && in.read() == 0x8b; // gzip's first bytes (RFC 1952)
        in.reset();
        return packed ? new GZIPInputStream(in) : in;
    }

    /**
     * The files that {@link #read} would read, as far as they are there.
     *
     * @throws DataException where a folder cannot be listed
     */
    public static List<Path> files(Path source) {
        if (!Files.isDirectory(source)) {
            return Files.exists(source) ? List.of(source) : List.of();
        }
        return DataFolder.files(source, ENDINGS);
    }

    private static PictureSet folder(Path folder) {
        List<Path> files = DataFolder.files(folder, ENDINGS);
        int width = 0;
        int height = 0;
        List<byte[]> pictures = new ArrayList<>();
        for (Path file : files) {
            BufferedImage image = image(file);
            if (!pictures.isEmpty() && (image.getWidth() != width || image.getHeight() != height)) {
                throw new DataException(
                        file,
                        "has " + image.getWidth() + " x " + image.getHeight() + " pixels, but those before have "
                                + width + " x " + height);
            }
            width = image.getWidth();
            height = image.getHeight();
            pictures.add(grey(image));
        }
        return new PictureSet(folder, width, height, pictures);
    }

    private static BufferedImage image(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            BufferedImage image = ImageIO.read(in);
            if (image != null) {
                return image;
            }
        } catch (IIOException | RuntimeException e) { // some readers let errors of their own through
            throw new DataException(file, "is a damaged picture; leave it out or copy it again");
        } catch (IOException e) {
            throw DataException.unreadable(file, e);
        }
        throw new DataException(file, "is no picture that can be read");
    }

    /**
     * The luma of Rec. 601: 0.299 red, 0.587 green, 0.114 blue; of grey pictures the numbers in the file, for {@code getRGB} takes
     * them for intensities of light and brightens them. What is transparent shows white paper.
     */
    private static byte[] grey(BufferedImage image) {
        ColorModel colours = image.getColorModel();
        boolean single = colours.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
        double whole = (1 << colours.getComponentSize(0)) - 1;
        byte[] grey = new byte[image.getWidth() * image.getHeight()];
        for (int i = 0; i < grey.length; i++) {
            int x = i % image.getWidth();
            int y = i / image.getWidth();
            int argb = image.getRGB(x, y);
            double ink = single
                    ? 255 * image.getRaster().getSample(x, y, 0) / whole
                    : 0.299 * (argb >> 16 & 255) + 0.587 * (argb >> 8 & 255) + 0.114 * (argb & 255);
            double opaque = (argb >>> 24) / 255.0;
            grey[i] = (byte) Math.round(opaque * ink + (1 - opaque) * 255);
        }
        return grey;
    }

    /** How many there are. */
    public int count() {
        return pictures.size();
    }

    /** Pixels across. */
    public int width() {
        return width;
    }

    /** Pixels down. */
    public int height() {
        return height;
    }

    /** Copies picture {@code number}, from 0, row by row, black as 0 and white as 1. */
    public void copy(int number, double[] to, int at) {
        byte[] picture = pictures.get(number);
        for (int i = 0; i < picture.length; i++) {
            to[at + i] = (picture[i] & 255) / 255.0;
        }
    }
}
