package unroll.engine.data;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads an IDX file (LeCun's format of MNIST) as pictures, packed by gzip or not: two zero bytes, the type of the numbers, how many
 * dimensions they have, four bytes for the size in each, and the numbers, all big-endian. Colours, in a fourth dimension, become grey.
 */
final class IdxFile {
    /** Count, height and width. */
    private static final int DIMENSIONS = 3;

    /** Enough of a file for readers of pictures to know it. */
    private static final int FIRST_BYTES = 1 << 16;

    private final Path file;
    private final DataInputStream in;
    private IdxColours colours = IdxColours.GREY;

    /** How many bytes the numbers have that lie in the file; negative where only unpacking tells. */
    private final long length;

    private IdxFile(Path file, InputStream in, long length) {
        this.file = file;
        this.in = new DataInputStream(in);
        this.length = length;
    }

    /** The pictures, and what their numbers were taken for where that is not certain, in a sentence. */
    record ReadPictures(List<GreyPicture> pictures, List<String> understood) {}

    /**
     * The pictures in a file.
     *
     * @throws DataException where it holds others than it announces, or no pictures
     */
    static ReadPictures read(Path file) {
        DataException.requireExisting(file);
        try (PackedFile source = PackedFile.of(file);
                InputStream bytes = new BufferedInputStream(source.bytes(), FIRST_BYTES)) {
            bytes.mark(FIRST_BYTES);
            byte[] first = bytes.readNBytes(FIRST_BYTES);
            bytes.reset();
            if (!announcesNumbers(first)) {
                throw new DataException(
                        file,
                        PictureFile.begins(first)
                                ? "is a single picture; name the folder in which your pictures are"
                                : first.length == 0
                                        ? "is empty"
                                        : source.packed()
                                                ? "is no IDX file, but packed (gzip); name one, as MNIST's"
                                                : "is no IDX file; name one, as MNIST's, or a folder of pictures");
            }
            return new IdxFile(file, bytes, source.packed() ? -1 : Files.size(file)).content();
        } catch (ZipException e) {
            throw new DataException(file, "is damaged where it is packed (gzip); copy it again");
        } catch (EOFException e) {
            throw new DataException(file, "is cut off where it is packed (gzip); copy it again");
        } catch (IOException e) {
            throw DataException.unreadable(file, e);
        }
    }

    private static boolean announcesNumbers(byte[] first) {
        return first.length >= 4 && first[0] == 0 && first[1] == 0 && IdxNumber.of(first[2]) != null && first[3] > 0;
    }

    private ReadPictures content() throws IOException {
        byte[] head = in.readNBytes(4);
        IdxNumber type = Objects.requireNonNull(IdxNumber.of(head[2]), "it was looked at");
        long[] sizes = new long[head[3]];
        ByteBuffer announced = ByteBuffer.wrap(in.readNBytes(Integer.BYTES * sizes.length));
        if (announced.capacity() < Integer.BYTES * sizes.length) {
            throw new DataException(file, "ends before it has said how many pictures it holds; copy it again");
        }
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Integer.toUnsignedLong(announced.getInt());
        }
        requirePictures(sizes);
        if (sizes.length > DIMENSIONS) {
            colours = Objects.requireNonNull(colours(sizes), "it was looked at");
            sizes = colours.apart() ? new long[] {sizes[0], sizes[2], sizes[3]} : Arrays.copyOf(sizes, DIMENSIONS);
        }
        double ofAPicture = (double) sizes[1] * sizes[2] * colours.count() * type.bytes();
        if (ofAPicture == 0 || ofAPicture > Integer.MAX_VALUE) {
            throw new DataException(
                    file,
                    "announces pictures of " + sizes[2] + " x " + sizes[1] + " pixels, which are none; copy it again");
        }
        double bytes = sizes[0] * ofAPicture;
        long there = length - 4 - announced.capacity();
        if (length >= 0) {
            requireLength(sizes, bytes, (double) there);
        }
        double pixels = bytes / type.bytes() / colours.count();
        DataSize.check(file, pixels * (GreyPicture.BYTES + (type == IdxNumber.BYTE ? 0 : Float.BYTES)));
        return type == IdxNumber.BYTE ? bytes(sizes) : scaled(sizes, type);
    }

    private void requirePictures(long[] sizes) {
        String shape = Arrays.stream(sizes).mapToObj(Long::toString).collect(Collectors.joining(" x "));
        if (sizes.length == 1) {
            throw new DataException(
                    file,
                    "holds " + shape + " labels and no pictures; name the file of the pictures, of MNIST the one whose"
                            + " name has 'images'");
        }
        if (sizes.length != DIMENSIONS && (sizes.length != DIMENSIONS + 1 || colours(sizes) == null)) {
            throw new DataException(
                    file,
                    "holds numbers in " + sizes.length + " dimensions, " + shape
                            + ", but pictures have three: how many, height and width; or a fourth of 1 or 3 colours;"
                            + " save them so");
        }
    }

    /** How colours stand in pictures of four dimensions; null where none of these can be colours. */
    private static @Nullable IdxColours colours(long[] sizes) {
        boolean last = sizes[3] == 1 || sizes[3] == 3;
        boolean first = sizes[1] == 1 || sizes[1] == 3;
        return last || first ? new IdxColours((int) (last ? sizes[3] : sizes[1]), !last) : null;
    }

    private void requireLength(long[] sizes, double needed, double there) {
        if (there < needed) {
            throw missing(sizes, (long) (there / (needed / sizes[0])));
        }
        if (there > needed) {
            throw goesOn(sizes);
        }
    }

    private DataException missing(long[] sizes, long whole) {
        return new DataException(
                file,
                String.format(
                        Locale.ROOT,
                        "announces %,d pictures of %d x %d pixels, but only %,d are in it; copy it again",
                        sizes[0],
                        sizes[2],
                        sizes[1],
                        whole));
    }

    private DataException goesOn(long[] sizes) {
        return new DataException(file, "goes on after the last of its " + sizes[0] + " pictures");
    }

    /** Takes memory only for what is there. */
    private byte[] next(long[] sizes, int number, int bytes) throws IOException {
        byte[] picture = in.readNBytes(bytes);
        if (picture.length < bytes) {
            throw missing(sizes, number);
        }
        return picture;
    }

    private void requireEnd(long[] sizes) throws IOException {
        if (in.read() >= 0) {
            throw goesOn(sizes);
        }
    }

    private ReadPictures bytes(long[] sizes) throws IOException {
        List<GreyPicture> pictures = new ArrayList<>();
        int pixels = (int) (sizes[1] * sizes[2]);
        for (int i = 0; i < sizes[0]; i++) {
            byte[] picture = next(sizes, i, pixels * colours.count());
            char[] brightness = new char[pixels];
            for (int p = 0; p < pixels; p++) {
                long grey = Math.round(colours.grey(at -> picture[at] & 255, p, pixels));
                brightness[p] = (char) (GreyPicture.STEP_OF_A_BYTE * grey);
            }
            pictures.add(new GreyPicture((int) sizes[2], (int) sizes[1], brightness));
        }
        requireEnd(sizes);
        return new ReadPictures(pictures, List.of());
    }

    private ReadPictures scaled(long[] sizes, IdxNumber type) throws IOException {
        List<float[]> pictures = new ArrayList<>();
        int pixels = (int) (sizes[1] * sizes[2]);
        double smallest = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < sizes[0]; i++) {
            ByteBuffer numbers = ByteBuffer.wrap(next(sizes, i, pixels * colours.count() * type.bytes()));
            float[] picture = new float[pixels];
            for (int p = 0; p < pixels; p++) {
                double number = colours.grey(at -> type.at(numbers, at), p, pixels);
                if (!(Math.abs(number) <= Float.MAX_VALUE)) {
                    throw new DataException(
                            file,
                            "holds " + number + " in picture " + (i + 1) + ", row " + (p / sizes[2] + 1) + ", column "
                                    + (p % sizes[2] + 1) + "; brightnesses are finite numbers");
                }
                smallest = Math.min(smallest, number);
                largest = Math.max(largest, number);
                picture[p] = (float) number;
            }
            pictures.add(picture);
        }
        requireEnd(sizes);
        return new Brightness(smallest, largest).content(file, type, sizes, pictures);
    }

    /** Which numbers are black and white. */
    private record Brightness(double black, double white, boolean guessed) {
        /** 0 to 1, or 0 to 255 as of bytes, where the numbers keep to that; else the smallest and the largest of them. */
        Brightness(double smallest, double largest) {
            this(
                    smallest >= 0 && largest <= 255 ? 0 : smallest,
                    smallest >= 0 && largest <= 255 ? (largest <= 1 ? 1 : 255) : largest,
                    smallest < 0 || largest > 255);
        }

        ReadPictures content(Path file, IdxNumber type, long[] sizes, List<float[]> numbers) {
            List<GreyPicture> pictures = new ArrayList<>();
            for (int i = 0; i < numbers.size(); i++) {
                float[] picture = numbers.get(i);
                char[] brightness = new char[picture.length];
                for (int p = 0; p < picture.length; p++) {
                    brightness[p] = (char) Math.round(GreyPicture.WHITE * ((picture[p] - black) / (white - black)));
                }
                pictures.add(new GreyPicture((int) sizes[2], (int) sizes[1], brightness));
                numbers.set(i, new float[0]); // the memory is needed
            }
            String sentence = file.getFileName() + ": of its " + type.words() + " " + (float) black
                    + (guessed ? ", the smallest," : "") + " was taken for black and " + (float) white
                    + (guessed ? ", the largest," : "") + " for white.";
            return new ReadPictures(pictures, List.of(sentence));
        }
    }
}
