package unroll.engine.motion;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import unroll.engine.data.DataException;
import unroll.engine.motion.Skeleton.Joint;

/**
 * Reads a body in Acclaim's format ASF 1.10 (Schafer 1994), whose movements are {@link AmcFile}s.
 *
 * <p>A bone begins where its parent ends, and ends at direction times length from there; its rotations are about axes of its own, which
 * {@code axis} turns out of the world's, the first letter of its order first. Limits, masses and skins are passed over. Lengths stay in the
 * file's unit, for programs disagree on whether the number under {@code :units} multiplies them or divides.
 */
final class AsfFile {
    static final String ENDING = ".asf";

    /** What the root is called. */
    static final String ROOT = "root";

    private final Path file;
    private final MotionText text;
    private final AsfBone root = new AsfBone(ROOT);
    private final SequencedMap<String, AsfBone> bones = new LinkedHashMap<>();
    private final Map<String, String> parents = new LinkedHashMap<>();
    /** Radians of a unit of an angle; not a number until it is told. */
    private double angle = Double.NaN;

    private AsfFile(Path file, MotionText text) {
        this.file = file;
        this.text = text;
    }

    /**
     * The body in a file.
     *
     * @throws DataException where it cannot be read, with the place and what is wrong there
     */
    static AcclaimBody read(Path file) {
        DataException.requireExisting(file);
        try (MotionText text = new MotionText(file, MotionText.Syntax.ACCLAIM)) {
            return new AsfFile(file, text).body();
        } catch (IOException e) {
            throw DataException.unreadable(file, e);
        }
    }

    private AcclaimBody body() throws IOException {
        String section = text.word();
        while (!section.isEmpty()) {
            section = switch (section.toLowerCase(Locale.ROOT)) {
                case ":version", ":name", ":documentation", ":skin" -> passed();
                case ":units" -> units();
                case ":root" -> root();
                case ":bonedata" -> bones();
                case ":hierarchy" -> hierarchy();
                default -> throw text.wanted("a section of a skeleton, such as :bonedata,", section);
            };
        }
        if (root.channels.isEmpty() || bones.isEmpty() || parents.isEmpty()) {
            String missing = root.channels.isEmpty() ? ":root" : bones.isEmpty() ? ":bonedata" : ":hierarchy";
            throw text.complaint("the file ends without " + missing + "; is it cut off?");
        }
        return joined();
    }

    /** Goes on to the next section. */
    private String passed() throws IOException {
        String word;
        do {
            text.skipLine();
            word = text.nextLine() ? text.wordOfLine() : "";
        } while (!word.isEmpty() && !word.startsWith(":"));
        return word;
    }

    private String units() throws IOException {
        String word = text.word();
        while (!word.isEmpty() && !word.startsWith(":")) {
            if (word.equalsIgnoreCase("angle")) {
                angle = switch (text.wordOfLine().toLowerCase(Locale.ROOT)) {
                    case "deg" -> Math.toRadians(1);
                    case "rad" -> 1;
                    default -> throw text.complaint("an angle is in 'deg' or in 'rad'");
                };
            } else {
                text.number(); // of a length or of a mass
            }
            word = text.word();
        }
        return word;
    }

    private String root() throws IOException {
        String word = text.word();
        while (!word.isEmpty() && !word.startsWith(":")) {
            switch (word.toLowerCase(Locale.ROOT)) {
                case "order" -> channels(root);
                case "axis" -> text.wordOfLine(); // of an orientation of 0
                case "position" -> root.way = text.vector();
                case "orientation" -> {
                    if (text.vector().length() > 0) {
                        throw text.complaint("the root is turned before it moves, which programs do not agree upon;"
                                + " write 'orientation 0 0 0', and turn the motion instead");
                    }
                }
                default -> throw text.wanted("order, axis, position or orientation of the root", word);
            }
            word = text.word();
        }
        return word;
    }

    private String bones() throws IOException {
        if (Double.isNaN(angle)) {
            throw text.complaint("bones come before 'angle deg' or 'angle rad' under :units");
        }
        String word = text.word();
        while (word.equalsIgnoreCase("begin")) {
            bone();
            word = text.word();
        }
        return word;
    }

    private void bone() throws IOException {
        AsfBone bone = new AsfBone("");
        String word = text.word();
        while (!word.equalsIgnoreCase("end")) {
            switch (word.toLowerCase(Locale.ROOT)) {
                case "name" -> bone.name = text.wordOfLine();
                case "direction" -> bone.direction = Optional.of(text.vector());
                case "length" -> bone.length = text.number();
                case "axis" -> bone.axes = axes();
                case "dof" -> channels(bone);
                case "limits" -> limits(bone);
                case "id", "bodymass", "cofmass" -> text.skipLine();
                default -> throw text.wanted("name, direction, length, axis, dof, limits or end of a bone", word);
            }
            word = text.word();
        }
        if (bone.name.isEmpty() || bone.direction.isEmpty() || !(bone.length >= 0)) {
            throw text.complaint("a bone ends that has not a name, a direction and a length from 0 on");
        }
        bone.way = bone.direction.get().times(bone.length);
        if (bone.name.equals(ROOT) || bones.putIfAbsent(bone.name, bone) != null) {
            throw text.complaint("a second bone '" + bone.name + "' ends");
        }
        if (bones.size() >= Skeleton.MOST / 2) { // each may have an end
            throw text.complaint("more than " + Skeleton.MOST / 2 + " bones");
        }
    }

    /** Three angles and their order, such as XYZ: the turns are about the world's axes, that of the first letter first. */
    private Rotation axes() throws IOException {
        Vector angles = text.vector();
        String order = text.wordOfLine().toUpperCase(Locale.ROOT);
        if (order.length() != 3
                || !order.chars().sorted().boxed().toList().equals(List.of((int) 'X', (int) 'Y', (int) 'Z'))) {
            throw text.wanted("an order of axes, such as XYZ,", order);
        }
        Rotation axes = Rotation.NONE;
        for (int i = 0; i < 3; i++) {
            Direction axis = Direction.valueOf(order.substring(i, i + 1));
            axes = Rotation.about(axis.direction(), angle * angles.dot(axis.direction()))
                    .after(axes);
        }
        return axes;
    }

    private void channels(AsfBone bone) throws IOException {
        if (!bone.channels.isEmpty()) {
            throw text.complaint("a second list of what of '" + bone.name + "' moves");
        }
        String word = text.wordOfLine();
        do {
            Optional<Channel> channel = Channel.ofAcclaim(word);
            if (channel.isEmpty() || bone.channels.contains(channel.get())) {
                throw text.wanted("one of rx, ry, rz, tx, ty and tz, each once,", word);
            }
            bone.channels.add(channel.get());
            word = text.wordOfLine();
        } while (!word.isEmpty());
    }

    /** Two for each channel, of which it need not be known how far they reach. */
    private void limits(AsfBone bone) throws IOException {
        for (int limit = 0; limit < 2 * bone.channels.size(); limit++) {
            String word = text.word();
            if (!word.matches("(?i)[-+]?inf(inity)?")) {
                text.number(word);
            }
        }
    }

    private String hierarchy() throws IOException {
        String begin = text.word();
        if (!begin.equalsIgnoreCase("begin")) {
            throw text.wanted("begin", begin);
        }
        while (text.nextLine()) {
            String parent = text.wordOfLine();
            if (parent.equalsIgnoreCase("end")) {
                return text.word();
            }
            requireBone(parent);
            String child = text.wordOfLine();
            while (!child.isEmpty()) {
                requireBone(child);
                if (child.equals(ROOT) || parents.putIfAbsent(child, parent) != null) {
                    throw text.complaint("'" + child + "' hangs on '" + parent + "', but it "
                            + (child.equals(ROOT) ? "is the first" : "hangs on '" + parents.get(child) + "' already"));
                }
                child = text.wordOfLine();
            }
        }
        throw text.complaint("the file ends within :hierarchy; is it cut off?");
    }

    private void requireBone(String name) {
        if (!name.equals(ROOT) && !bones.containsKey(name)) {
            throw text.wanted("a bone of :bonedata", name);
        }
    }

    /** The bones in an order in which each stands after its parent, and then the ends. */
    private AcclaimBody joined() {
        List<Joint> joints = new ArrayList<>(List.of(new Joint(ROOT, Skeleton.NOTHING, root.way)));
        List<AsfBone> ordered = new ArrayList<>(List.of(root));
        List<Joint> ends = new ArrayList<>();
        for (int j = 0; j < ordered.size(); j++) {
            AsfBone parent = ordered.get(j);
            Vector from = j == 0 ? Vector.ZERO : parent.way;
            int before = ordered.size();
            for (Map.Entry<String, String> hanging : parents.entrySet()) {
                if (hanging.getValue().equals(parent.name)) {
                    ordered.add(bones.get(hanging.getKey()));
                    joints.add(new Joint(hanging.getKey(), j, from));
                }
            }
            if (ordered.size() == before) {
                ends.add(new Joint(parent.name + " end", j, from));
            }
        }
        for (AsfBone bone : bones.values()) {
            if (!ordered.contains(bone)) {
                throw new DataException(file, "has a bone '" + bone.name + "' that does not hang on the root");
            }
        }
        joints.addAll(ends);
        return new AcclaimBody(
                new Skeleton(joints),
                ordered.stream()
                        .map(bone -> new AcclaimBone(bone.axes, bone.channels))
                        .toList(),
                angle);
    }

    /** A bone while it is read. */
    private static final class AsfBone {
        private String name;
        private Optional<Vector> direction = Optional.empty();
        private double length = Double.NaN;
        /** From its beginning to its end; of the root, where it lies. */
        private Vector way = Vector.ZERO;

        private Rotation axes = Rotation.NONE;
        private final List<Channel> channels = new ArrayList<>();

        private AsfBone(String name) {
            this.name = name;
        }
    }
}
