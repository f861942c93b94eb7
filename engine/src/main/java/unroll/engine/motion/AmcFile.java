package unroll.engine.motion;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import unroll.engine.data.DataException;
import unroll.engine.data.DataFolder;
import unroll.engine.data.DataSize;

/**
 * Reads a motion in Acclaim's format AMC, with the skeleton of which it is in an {@link AsfFile} beside it.
 *
 * <p>Each frame is its number and then, in any order, a line for each bone that moves: its name and a number for each of its channels. Where
 * the file does not tell how many frames a second there are, 120 are assumed, as most motions of Carnegie Mellon have.
 */
final class AmcFile {
    static final String ENDING = ".amc";

    /** Frames a second, where the file does not tell. */
    private static final double USUAL_RATE = 120;

    private static final String RATE = ":SAMPLES-PER-SECOND";

    private final Path file;
    private final Path skeleton;
    private final AcclaimBody body;
    private final MotionText text;
    /** Where each bone stands in the body. */
    private final Map<String, Integer> bones = new HashMap<>();

    private final List<Posture> postures = new ArrayList<>();
    private double rate = Double.NaN;
    private double angle;
    /** Of the frame that was read last. */
    private int number;

    private AmcFile(Path file, Path skeleton, AcclaimBody body, MotionText text) {
        this.file = file;
        this.skeleton = skeleton;
        this.body = body;
        this.text = text;
        angle = body.angle();
        for (int j = 0; j < body.bones().size(); j++) {
            bones.put(body.skeleton().joints().get(j).name(), j);
        }
    }

    /**
     * The motion in a file.
     *
     * @throws DataException where it or its skeleton cannot be read, with the place and what is wrong there
     */
    static Recording read(Path file) {
        DataException.requireExisting(file);
        Path skeleton = beside(file).orElseThrow(() -> without(file));
        AcclaimBody body = AsfFile.read(skeleton);
        try (MotionText text = new MotionText(file, MotionText.Syntax.ACCLAIM)) {
            return new AmcFile(file, skeleton, body, text).recording();
        } catch (IOException e) {
            throw DataException.unreadable(file, e);
        }
    }

    /**
     * The skeleton file that goes with a motion: of those beside it the one with whose name the motion's begins, as 01.asf for 01_02.amc; where
     * there is none, the only one; empty where nobody can tell.
     */
    static Optional<Path> beside(Path motion) {
        List<Path> skeletons = skeletons(motion);
        return skeletons.stream()
                .filter(skeleton -> named(motion, skeleton))
                .max(Comparator.comparingInt(skeleton -> stem(skeleton).length()))
                .or(() ->
                        skeletons.stream().filter(only -> skeletons.size() == 1).findFirst());
    }

    private static List<Path> skeletons(Path motion) {
        return DataFolder.files(motion.toAbsolutePath().resolveSibling(""), List.of(AsfFile.ENDING));
    }

    private static DataException without(Path motion) {
        int others = skeletons(motion).size();
        return new DataException(
                motion,
                others == 0
                        ? "needs the skeleton that it moves; put the .asf file that goes with it beside it"
                        : "begins like none of the " + others + " .asf files beside it; call that of its skeleton "
                                + stem(motion) + AsfFile.ENDING);
    }

    private static boolean named(Path motion, Path skeleton) {
        String name = stem(motion);
        String begin = stem(skeleton);
        return name.startsWith(begin)
                && (name.length() == begin.length() || !Character.isLetterOrDigit(name.charAt(begin.length())));
    }

    /** A file's name in small letters without its ending. */
    private static String stem(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    private Recording recording() throws IOException {
        String word = head();
        if (word.isEmpty()) {
            throw text.complaint("the file ends before its first frame");
        }
        while (!word.isEmpty()) {
            word = frame(word);
            DataSize.check(
                    file, Posture.BYTES * postures.size() * body.skeleton().size());
        }
        List<String> notes = new ArrayList<>(List.of("The skeleton is that of " + skeleton.getFileName() + "."));
        if (Double.isNaN(rate)) {
            rate = USUAL_RATE;
            notes.add("How many frames a second there are is not told; 120 were assumed. Where that is wrong, write '"
                    + RATE + "' and the number into a line before the first frame.");
        }
        return new Recording(new Motion(body.skeleton(), 1 / rate, postures), notes);
    }

    /** Reads what stands before the frames; the word that follows. */
    private String head() throws IOException {
        String word = text.word();
        while (word.startsWith(":")) {
            switch (word.toUpperCase(Locale.ROOT)) {
                case ":DEGREES" -> angle = Math.toRadians(1);
                case ":RADIANS" -> angle = 1;
                case RATE -> {
                    rate = text.number();
                    if (!(rate > 0)) {
                        throw text.complaint("a second has more than no frames");
                    }
                }
                case ":FULLY-SPECIFIED", ":ASF-FILE", ":ASF-PATH", ":FRAME-RANGE" -> text.skipLine();
                default -> throw text.wanted("a key word such as :DEGREES, or the number of the first frame,", word);
            }
            word = text.word();
        }
        return word;
    }

    /** Reads a frame after its number; the word that follows. */
    private String frame(String word) throws IOException {
        int line = text.line();
        if (!isNumber(word) || !postures.isEmpty() && Integer.parseInt(word) != number + 1) {
            throw text.wanted(postures.isEmpty() ? "the number of the first frame" : "frame " + (number + 1), word);
        }
        number = Integer.parseInt(word);
        double[][] numbers = new double[body.bones().size()][0];
        boolean[] told = new boolean[numbers.length];
        String name = text.word();
        while (!name.isEmpty() && !isNumber(name)) {
            Integer bone = bones.get(name);
            if (bone == null) {
                throw text.wanted("a bone of " + skeleton.getFileName() + ", or frame " + (number + 1) + ",", name);
            }
            if (told[bone]) {
                throw text.complaint("a second '" + name + "' in frame " + number);
            }
            told[bone] = true;
            numbers[bone] = numbers(name, body.bones().get(bone).channels().size());
            name = text.word();
        }
        for (int j = 0; j < told.length; j++) {
            if (!told[j] && !body.bones().get(j).channels().isEmpty()) {
                throw new DataException(
                        file,
                        line,
                        1,
                        "frame " + number + " lacks '"
                                + body.skeleton().joints().get(j).name() + "'"
                                + (name.isEmpty() ? "; is the file cut off?" : ""));
            }
        }
        postures.add(body.posture(numbers, angle));
        return name;
    }

    private static boolean isNumber(String word) {
        return word.matches("\\d{1,9}");
    }

    /** The numbers of a line, one for each channel of a bone. */
    private double[] numbers(String bone, int count) throws IOException {
        double[] numbers = new double[count];
        for (int c = 0; c <= count; c++) {
            String word = text.wordOfLine();
            if (word.isEmpty() != (c == count)) {
                throw text.complaint("'" + bone + "' has " + (word.isEmpty() ? "" : "more than ")
                        + MotionText.counted(c, "number") + " in frame " + number + ", but moves by " + count);
            }
            if (c < count) {
                numbers[c] = text.number(word);
            }
        }
        return numbers;
    }
}
