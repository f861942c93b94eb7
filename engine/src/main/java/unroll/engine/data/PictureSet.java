package unroll.engine.data;

import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;

/**
 * Grey pictures of one size from a user's own files: an IDX file of bytes (LeCun's format of MNIST), packed by gzip or not,
 * or a folder of picture files.
 */
public final class PictureSet {
    /** IDX: two zeros, the type of the numbers (8: unsigned bytes), and how many dimensions follow. */
    private static final int BYTES_IN_3_DIMENSIONS = 0x00000803;

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
            throw new DataException(source, "cannot be read: " + e);
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
            List<byte[]> pictures = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                byte[] picture = new byte[(int) pixels];
                in.readFully(picture);
                pictures.add(picture);
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
        try {
            return pictures(source);
        } catch (IOException e) {
            throw new DataException(source, "cannot be listed: " + e);
        }
    }

    private static List<Path> pictures(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(PictureSet::isPicture).sorted().toList();
        }
    }

    private static PictureSet folder(Path folder) throws IOException {
        List<Path> files = pictures(folder);
        int width = 0;
        int height = 0;
        List<byte[]> pictures = new ArrayList<>();
        for (Path file : files) {
            BufferedImage image = ImageIO.read(file.toFile());
            if (image == null) {
                throw new DataException(file, "is no picture that can be read");
            }
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

    private static boolean isPicture(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Stream.of(".png", ".jpg", ".jpeg", ".gif", ".bmp").anyMatch(name::endsWith);
    }

    /** The luma of Rec. 601: 0.299 red, 0.587 green, 0.114 blue. */
    private static byte[] grey(BufferedImage image) {
        byte[] grey = new byte[image.getWidth() * image.getHeight()];
        for (int i = 0; i < grey.length; i++) {
            int rgb = image.getRGB(i % image.getWidth(), i / image.getWidth());
            grey[i] = (byte) Math.round(0.299 * (rgb >> 16 & 255) + 0.587 * (rgb >> 8 & 255) + 0.114 * (rgb & 255));
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
