package unroll.engine.motion;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;
import java.util.stream.Stream;
import unroll.engine.data.DataException;
import unroll.engine.data.DataFolder;

/**
 * A person's own motions in two parts, upright, of one skeleton and with one time between frames.
 *
 * @param training at least one, of at least 2 frames each
 * @param test the same
 * @param understood how the files were understood, a sentence each
 */
public record MotionSet(List<Motion> training, List<Motion> test, List<String> understood) {
    private static final String TRAIN = "train";
    private static final String TEST = "test";

    /** One of so many files, or of so many frames of a single file, is kept back for testing. */
    private static final int KEPT = 5;

    /** Frames of different files that last longer than others by this share are still of one rate. */
    private static final double SAME_RATE = 0.02;

    public MotionSet {
        training = List.copyOf(training);
        test = List.copyOf(test);
        understood = List.copyOf(understood);
    }

    /**
     * Reads a file of a motion or a folder of them: the folders {@code train} and {@code test} in it are the parts; where there are none, the last fifth
     * of the files by name is kept back for testing, or of a single file the last fifth.
     *
     * @param up which axis of the recordings is up
     * @param rate frames a second that are wanted; so many frames are left out that it is met as nearly as can be
     * @throws DataException where a file cannot be used, or files are of different bodies or rates
     */
    public static MotionSet read(Path path, Upright up, double rate) {
        DataException.requireExisting(path);
        List<Path> files = motions(path);
        if (files.isEmpty()) {
            throw new DataException(path, "holds no motion; put BVH files into it, or AMC files and their skeletons");
        }
        List<Motion> motions = new ArrayList<>();
        List<String> ups = new ArrayList<>();
        SequencedSet<String> notes = new LinkedHashSet<>();
        int step = 0;
        for (Path file : files) {
            Recording recording = Recording.read(file);
            Motion recorded = recording.motion();
            notes.addAll(recording.notes());
            Direction axis = up.of(recorded);
            step = (int) Math.clamp(Math.rint(1 / (rate * recorded.frameTime())), 1, Integer.MAX_VALUE);
            Motion motion = recorded.every(step).upright(axis);
            requireUsable(file, motion, files.getFirst(), motions.isEmpty() ? motion : motions.getFirst());
            motions.add(motion);
            ups.add(axis.name().toLowerCase(Locale.ROOT));
        }
        return divided(path, motions, understood(files, motions, step, ups, notes));
    }

    /**
     * The files that would be read, as far as they are there, skeletons too.
     *
     * @throws DataException where a folder cannot be listed
     */
    public static List<Path> files(Path path) {
        return motions(path).stream()
                .flatMap(motion -> Recording.files(motion).stream())
                .distinct()
                .toList();
    }

    private static List<Path> motions(Path path) {
        if (!Files.isDirectory(path)) {
            return Files.exists(path) ? List.of(path) : List.of();
        }
        return parted(path)
                ? Stream.concat(listed(path.resolve(TRAIN)).stream(), listed(path.resolve(TEST)).stream())
                        .toList()
                : listed(path);
    }

    private static boolean parted(Path path) {
        return Files.isDirectory(path.resolve(TRAIN)) && Files.isDirectory(path.resolve(TEST));
    }

    private static List<Path> listed(Path folder) {
        return DataFolder.files(folder, Recording.ENDINGS);
    }

    private static MotionSet divided(Path path, List<Motion> motions, List<String> understood) {
        if (motions.size() == 1) {
            Motion one = motions.getFirst();
            int first = one.frames() - one.frames() / KEPT;
            if (one.frames() - first < 2) {
                throw new DataException(
                        path,
                        "has " + one.frames()
                                + " frames at this rate; to keep a fifth back for testing it needs at least "
                                + 2 * KEPT);
            }
            return new MotionSet(List.of(one.part(0, first)), List.of(one.part(first, one.frames())), understood);
        }
        int learnt = Files.isDirectory(path) && parted(path)
                ? listed(path.resolve(TRAIN)).size()
                : motions.size() - Math.max(1, motions.size() / KEPT);
        if (learnt == 0 || learnt == motions.size()) {
            throw new DataException(path, "has no motion in one of its folders 'train' and 'test'");
        }
        return new MotionSet(motions.subList(0, learnt), motions.subList(learnt, motions.size()), understood);
    }

    private static void requireUsable(Path file, Motion motion, Path firstFile, Motion first) {
        if (motion.frames() < 2) {
            throw new DataException(
                    file, "has a single frame at this rate; nothing follows it that could be predicted");
        }
        List<Skeleton.Joint> joints = motion.skeleton().joints();
        List<Skeleton.Joint> wanted = first.skeleton().joints();
        for (int j = 0; j < Math.max(joints.size(), wanted.size()); j++) {
            String here = j < joints.size() ? "'" + joints.get(j).name() + "'" : "no further joint";
            String there = j < wanted.size() ? "'" + wanted.get(j).name() + "'" : "no further joint";
            if (!here.equals(there) || joints.get(j).parent() != wanted.get(j).parent()) {
                throw new DataException(
                        file,
                        "has another skeleton than " + firstFile.getFileName() + ": " + here + " where that has "
                                + there);
            }
        }
        double ratio = motion.frameTime() / first.frameTime();
        if (Math.abs(ratio - 1) > SAME_RATE) {
            throw new DataException(
                    file,
                    "comes to " + rate(motion) + " frames a second where " + firstFile.getFileName() + " comes to "
                            + rate(first) + "; choose a frame rate that divides both");
        }
    }

    private static List<String> understood(
            List<Path> files, List<Motion> motions, int step, List<String> ups, SequencedSet<String> notes) {
        Motion first = motions.getFirst();
        int frames = motions.stream().mapToInt(Motion::frames).sum();
        boolean same = ups.stream().distinct().count() == 1;
        List<String> understood = new ArrayList<>();
        understood.add((files.size() == 1 ? files.getFirst().getFileName() : files.size() + " files") + ": " + frames
                + " frames of " + first.skeleton().size() + " joints and ends, " + rate(first) + " a second"
                + (step > 1 ? " (every " + step + ". frame)" : "") + ".");
        understood.addAll(notes);
        understood.add(same ? ups.getFirst() + " is up." : "y or z is up, as each file has it.");
        return understood;
    }

    /** Frames a second, to four figures. */
    private static String rate(Motion motion) {
        return new BigDecimal(1 / motion.frameTime())
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }
}
