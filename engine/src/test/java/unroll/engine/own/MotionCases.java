package unroll.engine.own;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import unroll.engine.motion.BvhFile;
import unroll.engine.motion.Motion;
import unroll.engine.motion.Vector;

/** Motions: joints, frames, and where the root is first and last; of some files where all joints are in the world, as another program has it. */
final class MotionCases {
    private static final String KIND = "motion";

    /** The place of a root, which the figures have with six digits. */
    private static final double OF_A_PLACE = 1e-3;

    /** What the figures of all joints in the world agree to. */
    private static final double IN_THE_WORLD = 5e-6;

    /** What is true of those that are to be refused. */
    private static final Map<String, String> REASONS = Map.of(
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
            if (file.endsWith(BvhFile.ENDING)) {
                outcomes.add(new MotionCases(folder, known).of(file, row));
            }
        }
        return outcomes;
    }

    private FileOutcome of(String file, Map<String, String> row) {
        String expected = row.get("joints") + " joints, " + row.get("endSites") + " ends, " + row.get("frames")
                + " frames of " + Double.parseDouble(row.getOrDefault("frameTime", "")) + " s";
        String note = row.getOrDefault("note", "");
        return FileOutcome.of(
                KIND,
                file,
                expected + (note.isEmpty() ? "" : "; " + note),
                REASONS.getOrDefault(file, ""),
                () -> read(file, row, expected));
    }

    private String read(String file, Map<String, String> row, String expected) throws FileOutcome.Wrong {
        Motion motion = BvhFile.read(folder.resolve(file));
        long ends = motion.skeleton().joints().stream()
                .filter(joint -> joint.name().endsWith(" end"))
                .count();
        String found = motion.skeleton().size() - ends + " joints, " + ends + " ends, " + motion.frames()
                + " frames of " + motion.frameTime() + " s";
        if (!found.equals(expected)) {
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
        String[] words = row.getOrDefault(column, "").split(" ");
        double[] numbers = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            numbers[i] = Double.parseDouble(words[i]);
        }
        return numbers;
    }
}
