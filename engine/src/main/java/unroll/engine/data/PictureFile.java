package unroll.engine.data;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** A picture file of any format that ImageIO has a reader for; what cameras put behind the picture of a JPEG file is not read. */
final class PictureFile {
    /** Of memory for each pixel while it is decoded: up to four numbers of 16 bits. */
    private static final int BYTES_WHILE_DECODED = 8;

    /** What the decoder of JPEG tells of a file that lacks its end; it makes up the rest. */
    private static final List<String> CUT_OFF = List.of("Truncated File", "premature end");

    private static final String WHAT_TO_DO = "leave it out or copy it again";

    private final Path file;
    private final byte[] bytes;

    private PictureFile(Path file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    /** How the names of such files end, in small letters. */
    static List<String> endings() {
        return Stream.of(ImageIO.getReaderFileSuffixes())
                .filter(suffix -> !suffix.isEmpty())
                .map(suffix -> "." + suffix.toLowerCase(Locale.ROOT))
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether some reader knows the first bytes of a file. */
    static boolean begins(byte[] bytes) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            return ImageIO.getImageReaders(in).hasNext();
        } catch (IOException e) {
            return false; // cut off within what a reader looks at
        }
    }

    /**
     * The picture in a file.
     *
     * @throws DataException where it is none, is damaged, lacks its end or is larger than the memory
     */
    static GreyPicture read(Path file) {
        try {
            DataSize.check(file, (double) Files.size(file));
            return new PictureFile(file, Files.readAllBytes(file)).decoded();
        } catch (IOException e) {
            throw DataException.unreadable(file, e);
        }
    }

    private GreyPicture decoded() {
        if (bytes.length == 0) {
            throw new DataException(file, "is empty; " + WHAT_TO_DO);
        }
        List<String> warnings = new ArrayList<>();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new DataException(file, "is no picture that can be read; leave it out or save it as PNG");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
                GreyPicture picture = decoded(reader);
                if (webPLacksItsEnd() || warnings.stream().anyMatch(PictureFile::tellsOfAMissingEnd)) {
                    throw new DataException(file, "is cut off, its end is missing; " + WHAT_TO_DO);
                }
                return picture;
            } finally {
                reader.dispose();
            }
        } catch (DataException e) {
            throw e;
        } catch (IOException | RuntimeException e) { // some readers let errors of their own through
            throw new DataException(
                    file,
                    warnings.stream().anyMatch(PictureFile::tellsOfAMissingEnd)
                            ? "is cut off, its end is missing; " + WHAT_TO_DO
                            : "is a damaged picture, or of a kind that is not known here; " + WHAT_TO_DO
                                    + ", or save it as PNG");
        }
    }

    private GreyPicture decoded(ImageReader reader) throws IOException {
        double pixels = (double) reader.getWidth(0) * reader.getHeight(0);
        DataSize.check(file, BYTES_WHILE_DECODED * pixels);
        int pictures = reader.getFormatName().equalsIgnoreCase("jpeg") ? 1 : reader.getNumImages(true);
        if (pictures > 1) {
            throw new DataException(file, "holds " + pictures + " pictures; save each as a file of its own");
        }
        return JpegInks.has(bytes) ? JpegInks.grey(bytes, reader.readRaster(0, null)) : grey(reader.read(0));
    }

    private static boolean tellsOfAMissingEnd(String warning) {
        return CUT_OFF.stream().anyMatch(warning::contains);
    }

    /** A WebP file (RIFF) says in its bytes 4 to 7 how many follow these; its decoder makes up what is not there. */
    private boolean webPLacksItsEnd() {
        return bytes.length > 12
                && new String(bytes, 0, 4, StandardCharsets.US_ASCII).equals("RIFF")
                && Integer.toUnsignedLong(ByteBuffer.wrap(bytes)
                                .order(ByteOrder.LITTLE_ENDIAN)
                                .getInt(4))
                        > bytes.length - 8;
    }

    /**
     * The luma of Rec. 601: 0.299 red, 0.587 green, 0.114 blue; of grey pictures the numbers in the file, for {@code getRGB} takes
     * them for intensities of light and brightens them. What is transparent shows white paper.
     */
    private GreyPicture grey(BufferedImage image) {
        ColorModel colours = image.getColorModel();
        int space = colours.getColorSpace().getType();
        boolean single = space == ColorSpace.TYPE_GRAY;
        boolean fine = single && colours.getComponentSize(0) > Byte.SIZE;
        char[] grey = new char[image.getWidth() * image.getHeight()];
        for (int i = 0; i < grey.length; i++) {
            int x = i % image.getWidth();
            int y = i / image.getWidth();
            int argb = space == ColorSpace.TYPE_CMYK ? 0xff000000 : image.getRGB(x, y);
            double opaque = (argb >>> 24) / 255.0;
            double ink = single
                    ? 255 * sample(image, x, y, 0)
                    : space == ColorSpace.TYPE_CMYK
                            ? luma(
                                    255 * unprinted(image, x, y, 0),
                                    255 * unprinted(image, x, y, 1),
                                    255 * unprinted(image, x, y, 2))
                            : luma(argb >> 16 & 255, argb >> 8 & 255, argb & 255);
            double shown = (single && colours.isAlphaPremultiplied() ? ink : opaque * ink) + (1 - opaque) * 255;
            grey[i] = (char)
                    (fine
                            ? Math.round(GreyPicture.STEP_OF_A_BYTE * shown)
                            : GreyPicture.STEP_OF_A_BYTE * Math.round(shown));
        }
        return new GreyPicture(image.getWidth(), image.getHeight(), grey);
    }

    /** How much of a colour is left by its ink and by black. */
    private double unprinted(BufferedImage image, int x, int y, int ink) {
        return (1 - sample(image, x, y, ink)) * (1 - sample(image, x, y, 3));
    }

    /** A number of the file as a share of the largest of its type; of floating point numbers the number. */
    private double sample(BufferedImage image, int x, int y, int band) {
        Raster raster = image.getRaster();
        double number = raster.getSampleDouble(x, y, band);
        if (raster.getTransferType() == DataBuffer.TYPE_FLOAT || raster.getTransferType() == DataBuffer.TYPE_DOUBLE) {
            if (!(number >= 0 && number <= 1)) {
                throw new DataException(
                        file,
                        "holds " + number + " in row " + (y + 1) + ", column " + (x + 1)
                                + ", but brightnesses lie between 0, black, and 1, white; scale them");
            }
            return number;
        }
        long whole = (1L << image.getColorModel().getComponentSize(band)) - 1;
        return ((long) number & whole) / (double) whole;
    }

    /** Of red, green and blue in 0..255. */
    static double luma(double red, double green, double blue) {
        return 0.299 * red + 0.587 * green + 0.114 * blue;
    }
}
