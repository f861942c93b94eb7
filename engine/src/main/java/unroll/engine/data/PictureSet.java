package unroll.engine.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Grey pictures of one size from a user's own files, in two parts, to learn from and to test on: an IDX file (LeCun's format of MNIST),
 * or a folder of picture files, of folders of them, one for each class, or of two such folders, {@code train} and {@code test}.
 */
public final class PictureSet {
    /** One picture of a class in so many is kept back to test on. */
    private static final int KEPT_BACK = 5;

    private static final List<String> PARTS = List.of("train", "test");

    private final int width;
    private final int height;
    private final List<char[]> pictures;
    private final int[] training;
    private final int[] test;
    private final List<String> understood;

    /**
     * @param pictures of one size, at least one of each part
     * @param test whether each is to test on
     */
    private PictureSet(List<GreyPicture> pictures, List<Boolean> test, List<String> understood) {
        this.width = pictures.getFirst().width();
        this.height = pictures.getFirst().height();
        this.pictures = pictures.stream().map(GreyPicture::brightness).toList();
        this.training = numbers(test, false);
        this.test = numbers(test, true);
        List<String> sentences = new ArrayList<>();
        sentences.add(String.format(
                Locale.ROOT,
                "%,d pictures of %d x %d pixels, %,d of them to test on.",
                pictures.size(),
                width,
                height,
                this.test.length));
        sentences.addAll(understood);
        this.understood = List.copyOf(sentences);
    }

    private static int[] numbers(List<Boolean> test, boolean part) {
        return IntStream.range(0, test.size()).filter(i -> test.get(i) == part).toArray();
    }

    /**
     * The pictures in an IDX file, or in a folder in the order of the files' names.
     *
     * @throws DataException where there is none, a file is damaged, or sizes differ
     */
    public static PictureSet read(Path source) {
        DataException.requireExisting(source);
        if (!Files.isDirectory(source)) {
            IdxFile.ReadPictures content = IdxFile.read(source);
            requireTwo(source, content.pictures().size(), "");
            return new PictureSet(
                    content.pictures(), keptBack(List.of(content.pictures().size())), content.understood());
        }
        List<Path> parts = parts(source);
        return parts.isEmpty() ? folder(source) : folders(source, parts);
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
        List<Path> parts = parts(source);
        return (parts.isEmpty() ? List.of(source) : parts)
                .stream()
                        .flatMap(part -> PictureFolder.of(part).files().stream())
                        .toList();
    }

    /** The folders of the two parts, or none. */
    private static List<Path> parts(Path folder) {
        List<Path> parts = PARTS.stream().map(folder::resolve).toList();
        return parts.stream().allMatch(Files::isDirectory) ? parts : List.of();
    }

    private static PictureSet folder(Path folder) {
        PictureFolder content = PictureFolder.of(folder);
        List<Integer> sizes =
                content.classes().stream().map(each -> each.files().size()).toList();
        requireTwo(folder, content.files().size(), content.passed("; passed over was what is none: ", ""));
        return new PictureSet(pictures(folder, content.files()), keptBack(sizes), content.understood());
    }

    private static PictureSet folders(Path folder, List<Path> parts) {
        List<Path> files = new ArrayList<>();
        List<Boolean> test = new ArrayList<>();
        List<String> understood = new ArrayList<>();
        for (Path part : parts) {
            PictureFolder content = PictureFolder.of(part);
            if (content.files().isEmpty()) {
                throw new DataException(
                        part, "holds no pictures" + content.passed("; passed over was what is none: ", ""));
            }
            files.addAll(content.files());
            content.files().forEach(file -> test.add(part.equals(parts.getLast())));
            content.understood().forEach(sentence -> understood.add(part.getFileName() + ": " + sentence));
        }
        return new PictureSet(pictures(folder, files), test, understood);
    }

    private static void requireTwo(Path source, int count, String passedOver) {
        if (count < 2) {
            throw new DataException(
                    source, "holds too few pictures: one to learn from and one to test on are the least" + passedOver);
        }
    }

    /** The last fifth of each class, at least the last picture of all. */
    private static List<Boolean> keptBack(List<Integer> sizes) {
        List<Boolean> test = new ArrayList<>();
        for (int size : sizes) {
            IntStream.range(0, size).forEach(i -> test.add(i >= size - size / KEPT_BACK));
        }
        test.set(test.size() - 1, true);
        return test;
    }

    private static List<GreyPicture> pictures(Path folder, List<Path> files) {
        List<GreyPicture> pictures = new ArrayList<>();
        for (Path file : files) {
            GreyPicture picture = PictureFile.read(file);
            if (pictures.isEmpty()) {
                DataSize.check(folder, (double) files.size() * GreyPicture.BYTES * picture.width() * picture.height());
            } else if (picture.width() != pictures.getFirst().width()
                    || picture.height() != pictures.getFirst().height()) {
                throw new DataException(
                        file,
                        "has " + picture.width() + " x " + picture.height() + " pixels, but those before have "
                                + pictures.getFirst().width() + " x "
                                + pictures.getFirst().height() + "; bring all to one size, or leave it out");
            }
            pictures.add(picture);
        }
        return pictures;
    }

    /** What was read, and how where that could be otherwise, a sentence each. */
    public List<String> understood() {
        return understood;
    }

    /** How many there are in both parts. */
    public int count() {
        return pictures.size();
    }

    /** The numbers, from 0, of those to learn from, at least one. */
    public int[] training() {
        return training.clone();
    }

    /** The numbers of those to test on, at least one. */
    public int[] test() {
        return test.clone();
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
        char[] picture = pictures.get(number);
        for (int i = 0; i < picture.length; i++) {
            to[at + i] = picture[i] / (double) GreyPicture.WHITE;
        }
    }
}
