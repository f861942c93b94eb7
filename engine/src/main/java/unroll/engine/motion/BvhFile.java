package unroll.engine.motion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import unroll.engine.data.DataException;
import unroll.engine.data.DataSize;
import unroll.engine.motion.Skeleton.Joint;

/**
 * Reads a motion in Biovision's format BVH, as it is found in use: channels in any order and on any joint, key words in any letters.
 *
 * <p>A joint lies at its OFFSET plus what its position channels say, the root too; its rotation channels, in degrees, are multiplied in the
 * order in which they stand, so that the last turns it first.
 */
public final class BvhFile {
    /** How the names of such files end. */
    public static final String ENDING = ".bvh";

    /** Bodies have tens of joints, with all fingers and the face some hundreds. */
    private static final int MOST_JOINTS = 5_000;

    /** Larger numbers are neither places nor angles; their squares are still far from the end of the doubles. */
    private static final double LARGEST = 1e9;

    /** Bytes that a joint takes in a frame: a place, a turn and the references to them. */
    private static final double BYTES = 100;

    private static final Pattern FRAMES = Pattern.compile("frames\\s*:\\s*(\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern FRAME_TIME = Pattern.compile("frame\\s*time\\s*:\\s*(\\S+)", Pattern.CASE_INSENSITIVE);

    private final Path file;
    private final BvhText text;
    private final List<Joint> joints = new ArrayList<>();
    private final List<BvhChannel> channels = new ArrayList<>();

    private BvhFile(Path file, BvhText text) {
        this.file = file;
        this.text = text;
    }

    /**
     * The motion in a file.
     *
     * @throws DataException where it cannot be read, with the place and what is wrong there
     */
    public static Motion read(Path file) {
        DataException.requireExisting(file);
        if (Files.isDirectory(file)) {
            throw new DataException(file, "is a folder; name a BVH file");
        }
        try (BvhText text = new BvhText(file)) {
            return new BvhFile(file, text).motion();
        } catch (IOException e) {
            throw DataException.unreadable(file, e);
        }
    }

    private Motion motion() throws IOException {
        require("HIERARCHY");
        require("ROOT");
        hierarchy();
        require("MOTION");
        int frames = frames();
        int framesLine = text.line();
        double frameTime = frameTime();
        checkSize(frames, framesLine);
        Skeleton skeleton = new Skeleton(joints);
        List<Posture> postures = new ArrayList<>();
        while (text.nextLine()) {
            if (postures.size() == frames) {
                text.wordOfLine();
                throw text.complaint("numbers follow after the " + counted(frames, "frame") + " that line " + framesLine
                        + " announces; write there how many there are");
            }
            postures.add(posture(postures.size() + 1));
        }
        if (postures.size() < frames) {
            throw new DataException(
                    file,
                    framesLine,
                    1,
                    "announces " + counted(frames, "frame") + ", but the file ends after " + postures.size()
                            + "; is it cut off? If not, write how many there are");
        }
        return new Motion(skeleton, frameTime, postures);
    }

    private void require(String key) throws IOException {
        String word = text.word();
        if (!word.equalsIgnoreCase(key)) {
            throw key.equals("MOTION") && word.equalsIgnoreCase("ROOT")
                    ? text.complaint("a second skeleton begins; make a file of each")
                    : text.wanted(key, word);
        }
    }

    /** All joints, from the name of the root to its closing brace. */
    private void hierarchy() throws IOException {
        int open = join(Skeleton.NOTHING, "");
        boolean[] placed = new boolean[MOST_JOINTS];
        while (open != Skeleton.NOTHING) {
            String word = text.word();
            switch (word.toUpperCase(Locale.ROOT)) {
                case "OFFSET" -> {
                    if (placed[open]) {
                        throw text.complaint(
                                "a second OFFSET of '" + joints.get(open).name() + "'");
                    }
                    placed[open] = true;
                    Joint joint = joints.get(open);
                    joints.set(open, new Joint(joint.name(), joint.parent(), new Vector(number(), number(), number())));
                }
                case "CHANNELS" -> channels(open);
                case "JOINT" -> open = join(open, "");
                case "END" -> open = join(open, joints.get(open).name() + " end");
                case "}" -> {
                    if (!placed[open]) {
                        throw text.complaint("'" + joints.get(open).name() + "' has no OFFSET");
                    }
                    open = joints.get(open).parent();
                }
                default -> throw text.wanted("OFFSET, CHANNELS, JOINT, End Site or }", word);
            }
        }
        if (channels.isEmpty()) {
            throw text.complaint("no joint has a channel; nothing moves");
        }
    }

    /** Begins a joint: its name, unless it has one, and a brace. */
    private int join(int parent, String known) throws IOException {
        String name = text.restOfLine();
        if (joints.size() == MOST_JOINTS) {
            throw text.complaint("more than " + MOST_JOINTS + " joints");
        }
        if (known.isEmpty() && name.isEmpty()) {
            throw text.wanted("the name of a joint", name);
        }
        String brace = text.word();
        if (!brace.equals("{")) {
            throw text.wanted("{", brace);
        }
        joints.add(new Joint(known.isEmpty() ? name : known, parent, Vector.ZERO));
        return joints.size() - 1;
    }

    private void channels(int joint) throws IOException {
        String announced = text.wordOfLine();
        Set<BvhChannel> moves = new HashSet<>();
        if (!announced.matches("[0-6]")) {
            throw text.wanted("a number of channels from 0 to 6", announced);
        }
        if (channels.stream().anyMatch(channel -> channel.joint() == joint)) {
            throw text.complaint("second CHANNELS of '" + joints.get(joint).name() + "'");
        }
        for (int c = 0; c < Integer.parseInt(announced); c++) {
            String name = text.wordOfLine();
            Optional<BvhChannel> channel = BvhChannel.of(joint, name);
            if (channel.isEmpty()) {
                throw text.wanted("channel " + (c + 1) + " of " + announced, name);
            }
            if (!channel.get().turn() && !moves.add(channel.get())) {
                throw text.complaint(
                        "a second " + name + " of '" + joints.get(joint).name() + "'");
            }
            channels.add(channel.get());
        }
        String more = text.wordOfLine();
        if (!more.isEmpty()) {
            throw text.wanted("the end of the line, after " + announced + " channels,", more);
        }
    }

    private int frames() throws IOException {
        text.nextLine();
        String line = text.restOfLine();
        Matcher frames = FRAMES.matcher(line);
        if (!frames.matches() || !frames.group(1).matches("\\d{1,9}")) {
            throw text.wanted("'Frames:' and a number", line);
        }
        int count = Integer.parseInt(frames.group(1));
        if (count == 0) {
            throw text.complaint("announces no frame");
        }
        return count;
    }

    private double frameTime() throws IOException {
        text.nextLine();
        String line = text.restOfLine();
        Matcher time = FRAME_TIME.matcher(line);
        double seconds = time.matches() ? number(time.group(1)) : Double.NaN;
        if (!(seconds > 0)) {
            throw text.wanted("'Frame Time:' and a positive number of seconds", line);
        }
        return seconds;
    }

    /** Refuses what cannot be true, or has no room, before it is read. */
    private void checkSize(int frames, int framesLine) throws IOException {
        long bytes = Files.size(file);
        if (2.0 * frames * channels.size() - 1 > bytes) { // a digit and a blank each
            throw new DataException(
                    file,
                    framesLine,
                    1,
                    String.format(
                            Locale.ROOT,
                            "announces %s of %s, which a file of %,d bytes cannot hold",
                            counted(frames, "frame"),
                            counted(channels.size(), "number"),
                            bytes));
        }
        DataSize.check(file, BYTES * frames * joints.size());
    }

    /** The numbers of a line. */
    private Posture posture(int frame) throws IOException {
        Vector[] places = new Vector[joints.size()];
        Rotation[] turns = new Rotation[joints.size()];
        for (int j = 0; j < places.length; j++) {
            places[j] = joints.get(j).offset();
            turns[j] = Rotation.NONE;
        }
        for (int c = 0; c < channels.size(); c++) {
            BvhChannel channel = channels.get(c);
            String word = text.wordOfLine();
            if (word.isEmpty()) {
                throw text.complaint("frame " + frame + " has " + counted(c, "number") + ", but " + channels.size()
                        + " channels are announced");
            }
            double number = number(word);
            int j = channel.joint();
            if (channel.turn()) {
                turns[j] = turns[j].after(Rotation.about(channel.axis().direction(), Math.toRadians(number)));
            } else {
                places[j] = places[j].plus(channel.axis().direction().times(number));
            }
        }
        String more = text.wordOfLine();
        if (!more.isEmpty()) {
            throw text.complaint(
                    "frame " + frame + " has more than the " + counted(channels.size(), "number") + " of its channels");
        }
        return new Posture(places, turns);
    }

    private double number() throws IOException {
        return number(text.wordOfLine());
    }

    private double number(String word) {
        double number;
        try {
            number = Double.parseDouble(word);
        } catch (NumberFormatException e) {
            throw text.wanted("a number", word);
        }
        if (!word.matches("[-+.0-9eE]+") || !(Math.abs(number) <= LARGEST)) {
            throw text.wanted("a place or an angle", word);
        }
        return number;
    }

    private static String counted(int count, String word) {
        return count + " " + word + (count == 1 ? "" : "s");
    }
}
