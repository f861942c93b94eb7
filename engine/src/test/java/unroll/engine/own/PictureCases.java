package unroll.engine.own;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import unroll.engine.data.PictureSet;

/** Pictures: numbers, sizes and means as computed by another program, and the digits of which some were made. */
final class PictureCases {
    private static final String KIND = "pictures";

    /** A decoder of JPEG and a palette of few greys move a mean by less. */
    private static final double OF_A_MEAN = 1.5;

    /** Made of which of the first pictures of MNIST, doubled. */
    private static final Map<String, Integer> DIGITS = Map.of(
            "formats/grey.png", 0,
            "formats/rgb.png", 1,
            "formats/grey16.png", 2,
            "formats/palette.png", 3,
            "formats/plain.jpg", 4,
            "formats/plain.gif", 5,
            "formats/plain.bmp", 0);

    /** The mean luma of the file of colours, each pixel rounded to a byte, as Python has it from the bytes. */
    private static final double OF_COLOURS = 43.543878;

    /** So many pictures of a file are one in a folder. */
    private static final int EVERY = 7;

    /** What is true of those that are to be refused. */
    private static final Map<String, String> REASONS = Map.of(
            "mnist-t10k-labels-idx1-ubyte.gz", "holds 10000 labels",
            "mnist-train-labels-idx1-ubyte.gz", "holds 60000 labels",
            "idx-odd/announces-21.idx3-ubyte", "announces 21 pictures of 28 x 28 pixels, but only 20",
            "idx-odd/gz-cut-off.idx3-ubyte.gz", "is cut off where it is packed",
            "idx-odd/no-pictures.idx3-ubyte", "holds too few pictures");

    private final Path folder;
    private final Path scratch;

    private PictureCases(Path folder, Path scratch) {
        this.folder = folder;
        this.scratch = scratch;
    }

    static List<FileOutcome> all(Path folder, Path scratch) throws IOException {
        return new PictureCases(folder, scratch).all();
    }

    private List<FileOutcome> all() throws IOException {
        List<FileOutcome> outcomes = new ArrayList<>();
        for (Map<String, String> row : KnownFigures.read(folder.resolve("index.tsv"))) {
            String name = row.getOrDefault("file", "");
            String note = row.getOrDefault("note", "");
            switch (name) {
                case "faces-png/" -> outcomes.add(of(name, note, this::faces));
                case "pngsuite/" -> suite(outcomes);
                case "formats/other-size.png" ->
                    outcomes.add(FileOutcome.of(
                            KIND,
                            name,
                            note,
                            "has 24 x 20 pixels, but those before have 56 x 56",
                            () -> together(name)));
                case "formats/notes.txt" -> outcomes.add(of(name, note, this::besideNotes));
                default ->
                    outcomes.add(of(
                            name,
                            note,
                            name.contains("/") && DIGITS.containsKey(name) || name.endsWith("named.png")
                                    ? this::single
                                    : this::idx));
            }
        }
        return outcomes;
    }

    private interface NamedReader {
        String read(String name) throws Exception;
    }

    private static FileOutcome of(String name, String note, NamedReader reader) {
        return FileOutcome.of(KIND, name, note, REASONS.getOrDefault(name, ""), () -> reader.read(name));
    }

    private String idx(String name) throws FileOutcome.Wrong {
        PictureSet set = PictureSet.read(folder.resolve(name));
        double mean = mean(set, 0, set.count());
        Map<String, Double> means =
                Map.of("mnist-t10k-images-idx3-ubyte.gz", 33.791224, "faces-280-64x64.idx3-ubyte.gz", 136.8004);
        requireMean(mean, means.getOrDefault(name, mean), 1e-4);
        boolean coloured = name.endsWith("rgb.idx4-ubyte");
        if (coloured) {
            requireMean(mean, OF_COLOURS, 1e-4);
        }
        if (name.startsWith("idx-odd/") && !coloured) {
            requireMean(mean, mean(digits(), 0, 20), 1e-9);
        }
        return words(set, mean);
    }

    private PictureSet digits() {
        return PictureSet.read(folder.resolve("mnist-first-1000.idx3-ubyte"));
    }

    /** Picture i of the folder is picture 7 i of the file. */
    private String faces(String name) throws FileOutcome.Wrong {
        PictureSet pngs = PictureSet.read(folder.resolve(name));
        PictureSet idx = PictureSet.read(folder.resolve("faces-280-30x30.idx3-ubyte.gz"));
        for (int i = 0; i < 40; i++) {
            requireMean(mean(pngs, i, i + 1), mean(idx, EVERY * i, EVERY * i + 1), 1e-9);
        }
        return words(pngs, mean(pngs, 0, 40));
    }

    private String single(String name) throws IOException, FileOutcome.Wrong {
        PictureSet set = twice(name);
        double mean = mean(set, 0, 1);
        int digit = DIGITS.getOrDefault(name, 4); // the JPEG that is named PNG is the other one
        requireMean(mean, mean(digits(), digit, digit + 1), OF_A_MEAN);
        return words(set, mean);
    }

    private String besideNotes(String name) throws IOException {
        Path below = Files.createDirectory(scratch.resolve("notes"));
        for (String one : List.of("formats/grey.png", "formats/rgb.png", name)) {
            Files.copy(folder.resolve(one), below.resolve(folder.resolve(one).getFileName()));
        }
        return String.join(" ", PictureSet.read(below).understood());
    }

    private String together(String name) throws IOException {
        Path below = Files.createDirectory(scratch.resolve("sizes"));
        Files.copy(folder.resolve("formats/grey.png"), below.resolve("grey.png"));
        Files.copy(folder.resolve(name), below.resolve("other.png"));
        return String.join(" ", PictureSet.read(below).understood());
    }

    /** All are 32 x 32; of grey ones interlaced or not the same picture in several depths. */
    private void suite(List<FileOutcome> outcomes) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("pngsuite"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".png"))
                    .sorted()
                    .toList()) {
                String name = "pngsuite/" + file.getFileName();
                outcomes.add(of(name, "32 x 32", any -> {
                    PictureSet set = twice(name);
                    if (set.width() != 32 || set.height() != 32) {
                        throw new FileOutcome.Wrong(set.width() + " x " + set.height());
                    }
                    return words(set, mean(set, 0, 1));
                }));
            }
        }
    }

    private PictureSet twice(String name) throws IOException {
        Path below = Files.createDirectories(scratch.resolve(name));
        Path file = folder.resolve(name);
        Files.copy(file, below.resolve("1 " + file.getFileName()));
        Files.copy(file, below.resolve("2 " + file.getFileName()));
        return PictureSet.read(below);
    }

    private static void requireMean(double found, double expected, double tolerance) throws FileOutcome.Wrong {
        if (!(Math.abs(found - expected) <= tolerance)) {
            throw new FileOutcome.Wrong(String.format(Locale.ROOT, "mean %.4f instead of %.4f", found, expected));
        }
    }

    private static double mean(PictureSet set, int from, int to) {
        double[] picture = new double[set.width() * set.height()];
        double sum = 0;
        for (int i = from; i < to; i++) {
            set.copy(i, picture, 0);
            for (double brightness : picture) {
                sum += 255 * brightness;
            }
        }
        return sum / picture.length / (to - from);
    }

    private static String words(PictureSet set, double mean) {
        return String.format(Locale.ROOT, "%d of %d x %d, mean %.4f", set.count(), set.width(), set.height(), mean);
    }
}
