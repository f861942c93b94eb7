package unroll.engine.own;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import unroll.engine.baseline.Baseline;
import unroll.engine.baseline.CopyLast;
import unroll.engine.baseline.LinearAutoregression;
import unroll.engine.data.DataFolder;
import unroll.engine.loss.Loss;
import unroll.engine.motion.Motion;
import unroll.engine.motion.Recording;
import unroll.engine.motion.Vector;
import unroll.engine.sequence.Batch;

/** Motions: joints, frames, and where the root is first and last; of some files where all joints are in the world, as another program has it. */
final class MotionCases {
    private static final String KIND = "motion";

    /** The place of a root, which the figures have with six digits. */
    private static final double OF_A_PLACE = 1e-3;

    /** What the figures of all joints in the world agree to. */
    private static final double IN_THE_WORLD = 5e-6;

    /** What linear predictions on the CSV files agree to: their ridges are not told with the figures. */
    private static final double OF_AN_ERROR = 1e-3;

    /** What is true of those that are to be refused. */
    private static final Map<String, String> REASONS = Map.of(
            "cmu-11.asf", "is a skeleton without a motion; name an AMC file",
            "made-frames-41-of-40.bvh", "announces 41 frames, but the file ends after 40",
            "made-short-row.bvh", "frame 21 has 167 numbers, but 168 channels");

    private final Path folder;
    private final JsonObject known;

    private MotionCases(Path folder, JsonObject known) {
        this.folder = folder;
        this.known = known;
    }

    static List<FileOutcome> all(Path folder) throws IOException {
        JsonObject known = JsonParser.parseString(Files.readString(folder.resolve("positions.json")))
                .getAsJsonObject();
        List<FileOutcome> outcomes = new ArrayList<>();
        for (Map<String, String> row : KnownFigures.read(folder.resolve("expected.tsv"))) {
            String file = row.getOrDefault("file", "");
            outcomes.add(new MotionCases(folder, known).of(file, row));
        }
        outcomes.add(FileOutcome.of(
                KIND,
                "train/*.csv, test/*.csv",
                "squared error per dimension and step on frames 3 and later of the test files: copy last .0996, AR1"
                        + " .0733, AR2 .0538",
                "",
                () -> linear(folder)));
        return outcomes;
    }

    /** The columns of joint numbers, predicted linearly from frames before. */
    private static String linear(Path folder) throws IOException, FileOutcome.Wrong {
        Batch training = rows(folder.resolve("train"));
        Batch test = rows(folder.resolve("test"));
        double[] known = {0.0996, 0.0733, 0.0538};
        List<Baseline> baselines = List.of(
                new CopyLast(Loss.SQUARED),
                new LinearAutoregression(1, Loss.SQUARED),
                new LinearAutoregression(2, Loss.SQUARED));
        StringBuilder found = new StringBuilder("by ridges that were chosen:");
        for (int i = 0; i < known.length; i++) {
            baselines.get(i).fit(training);
            double error = error(test, baselines.get(i).predict(test));
            found.append(String.format(Locale.ROOT, " %s %.4f", baselines.get(i).name(), error));
            if (Math.abs(error - known[i]) > OF_AN_ERROR) {
                throw new FileOutcome.Wrong(found.toString());
            }
        }
        return found.toString();
    }

    /** A sequence for each file; steps that it lacks, and the first, do not count in the test part. */
    private static Batch rows(Path folder) throws IOException {
        List<double[][]> files = new ArrayList<>();
        for (Path file : DataFolder.files(folder, List.of(".csv"))) {
            files.add(Files.readAllLines(file).stream()
                    .map(line -> Arrays.stream(line.split(","))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toArray(double[][]::new));
        }
        int width = files.getFirst()[0].length;
        int steps = files.stream().mapToInt(rows -> rows.length - 1).max().orElseThrow();
        Batch batch = new Batch(steps, files.size(), width, width);
        for (int b = 0; b < files.size(); b++) {
            for (int t = 0; t + 1 < files.get(b).length; t++) {
                System.arraycopy(files.get(b)[t], 0, batch.input(), batch.inputAt(t, b), width);
                System.arraycopy(files.get(b)[t + 1], 0, batch.target(), batch.targetAt(t, b), width);
                batch.weight()[batch.weightAt(t, b)] = t > 0 ? 1 : 0;
            }
        }
        return batch;
    }

    private static double error(Batch batch, double[] predictions) {
        double sum = 0;
        double count = 0;
        for (int t = 0; t < batch.steps(); t++) {
            for (int b = 0; b < batch.sequences(); b++) {
                int at = batch.targetAt(t, b);
                for (int o = at; o < at + batch.outputs() && batch.weight()[batch.weightAt(t, b)] > 0; o++) {
                    sum += (predictions[o] - batch.target()[o]) * (predictions[o] - batch.target()[o]);
                    count++;
                }
            }
        }
        return sum / count;
    }

    private FileOutcome of(String file, Map<String, String> row) {
        String expected = expected(file, row);
        String note = row.getOrDefault("note", "");
        return FileOutcome.of(
                KIND,
                file,
                expected + (note.isEmpty() ? "" : "; " + note),
                REASONS.getOrDefault(file, ""),
                () -> read(file, row, expected));
    }

    /** Acclaim's files tell the rate and the ends nowhere, and of joints those that move. */
    private static String expected(String file, Map<String, String> row) {
        return switch (file.substring(file.lastIndexOf('.'))) {
            case ".asf" -> row.get("joints") + " joints";
            case ".amc" ->
                row.get("joints") + " joints move, by " + row.get("channels") + " numbers in " + row.get("frames")
                        + " frames";
            default ->
                row.get("joints") + " joints, " + row.get("endSites") + " ends, " + row.get("frames") + " frames of "
                        + Double.parseDouble(row.getOrDefault("frameTime", "")) + " s";
        };
    }

    private String read(String file, Map<String, String> row, String expected) throws FileOutcome.Wrong {
        Recording recording = Recording.read(folder.resolve(file));
        Motion motion = recording.motion();
        long ends = motion.skeleton().joints().stream()
                .filter(joint -> joint.name().endsWith(" end"))
                .count();
        String found = motion.skeleton().size() - ends + " joints, " + ends + " ends, " + motion.frames()
                + " frames of " + motion.frameTime() + " s";
        boolean right = file.endsWith(".amc")
                ? motion.frames() == Integer.parseInt(row.getOrDefault("frames", ""))
                : found.equals(expected);
        if (!right) {
            throw new FileOutcome.Wrong(found);
        }
        Vector offset = motion.skeleton().joints().getFirst().offset();
        double[] first = numbers(row, "first");
        Vector root = motion.positions(0)[0];
        double[] apart = {
            root.x() - offset.x() - first[0], root.y() - offset.y() - first[1], root.z() - offset.z() - first[2]
        };
        for (double one : apart) {
            if (Math.abs(one) > OF_A_PLACE) {
                throw new FileOutcome.Wrong("its root begins elsewhere");
            }
        }
        return found + "; " + motion.up() + " is up"
                + (known.has(file)
                        ? String.format(
                                Locale.ROOT, "; all joints within %.0e of the known places", farthest(file, motion))
                        : "");
    }

    private double farthest(String file, Motion motion) throws FileOutcome.Wrong {
        double farthest = 0;
        for (var frame : known.getAsJsonObject(file).entrySet()) {
            JsonArray places = frame.getValue().getAsJsonObject().getAsJsonArray("positions");
            Vector[] positions = motion.positions(Integer.parseInt(frame.getKey()));
            if (places.size() != positions.length) {
                throw new FileOutcome.Wrong(positions.length + " places instead of " + places.size());
            }
            for (int j = 0; j < positions.length; j++) {
                JsonArray place = places.get(j).getAsJsonArray();
                farthest = Math.max(farthest, Math.abs(place.get(0).getAsDouble() - positions[j].x()));
                farthest = Math.max(farthest, Math.abs(place.get(1).getAsDouble() - positions[j].y()));
                farthest = Math.max(farthest, Math.abs(place.get(2).getAsDouble() - positions[j].z()));
            }
        }
        if (!(farthest < IN_THE_WORLD)) {
            throw new FileOutcome.Wrong("joints are up to " + farthest + " from where they are known to be");
        }
        return farthest;
    }

    private static double[] numbers(Map<String, String> row, String column) {
        String[] words = row.getOrDefault(column, "").split(" ", -1);
        double[] numbers = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            numbers[i] = Double.parseDouble(words[i]);
        }
        return numbers;
    }
}
