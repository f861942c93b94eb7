package unroll.engine.motion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
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

    private static final Pattern FRAMES = Pattern.compile("frames\\s*:\\s*(\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern FRAME_TIME = Pattern.compile("frame\\s*time\\s*:\\s*(\\S+)", Pattern.CASE_INSENSITIVE);

    private final Path file;
    private final MotionText text;
    private final List<Joint> joints = new ArrayList<>();
    /** Those of a joint, in the order of the file. */
    private final SequencedMap<Integer, List<Channel>> channels = new LinkedHashMap<>();

    /** How many channels there are. */
    private int width;

    private BvhFile(Path file, MotionText text) {
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
        try (MotionText text = new MotionText(file, MotionText.Syntax.BVH)) {
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
                throw text.complaint("numbers follow after the " + MotionText.counted(frames, "frame") + " that line "
                        + framesLine + " announces; write there how many there are");
            }
            postures.add(posture(postures.size() + 1));
        }
        if (postures.size() < frames) {
            throw new DataException(
                    file,
                    framesLine,
                    1,
                    "announces " + MotionText.counted(frames, "frame") + ", but the file ends after " + postures.size()
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
        boolean[] placed = new boolean[Skeleton.MOST];
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
                    joints.set(open, new Joint(joint.name(), joint.parent(), text.vector()));
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
        if (width == 0) {
            throw text.complaint("no joint has a channel; nothing moves");
        }
    }

    /** Begins a joint: its name, unless it has one, and a brace. */
    private int join(int parent, String known) throws IOException {
        String name = text.restOfLine();
        if (joints.size() == Skeleton.MOST) {
            throw text.complaint("more than " + Skeleton.MOST + " joints");
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
        List<Channel> moves = new ArrayList<>();
        if (!announced.matches("[0-6]")) {
            throw text.wanted("a number of channels from 0 to 6", announced);
        }
        if (channels.putIfAbsent(joint, moves) != null) {
            throw text.complaint("second CHANNELS of '" + joints.get(joint).name() + "'");
        }
        int count = Integer.parseInt(announced);
        for (int c = 0; c < count; c++) {
            String name = text.wordOfLine();
            Optional<Channel> channel = Channel.ofBvh(name);
            if (channel.isEmpty()) {
                throw text.wanted("channel " + (c + 1) + " of " + announced, name);
            }
            if (!channel.get().turn() && moves.contains(channel.get())) {
                throw text.complaint(
                        "a second " + name + " of '" + joints.get(joint).name() + "'");
            }
            moves.add(channel.get());
        }
        width += count;
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
        double seconds = time.matches() ? text.number(time.group(1)) : Double.NaN;
        if (!(seconds > 0)) {
            throw text.wanted("'Frame Time:' and a positive number of seconds", line);
        }
        return seconds;
    }

    /** Refuses what cannot be true, or has no room, before it is read. */
    private void checkSize(int frames, int framesLine) throws IOException {
        long bytes = Files.size(file);
        if (2.0 * frames * width - 1 > bytes) { // a digit and a blank each
            throw new DataException(
                    file,
                    framesLine,
                    1,
                    String.format(
                            Locale.ROOT,
                            "announces %s of %s, which a file of %,d bytes cannot hold",
                            MotionText.counted(frames, "frame"),
                            MotionText.counted(width, "number"),
                            bytes));
        }
        DataSize.check(file, Posture.BYTES * frames * joints.size());
    }

    /** The numbers of a line. */
    private Posture posture(int frame) throws IOException {
        Vector[] places = new Vector[joints.size()];
        Rotation[] turns = new Rotation[joints.size()];
        for (int j = 0; j < places.length; j++) {
            places[j] = joints.get(j).offset();
            turns[j] = Rotation.NONE;
        }
        int read = 0;
        for (var entry : channels.entrySet()) {
            int j = entry.getKey();
            for (Channel channel : entry.getValue()) {
                String word = text.wordOfLine();
                if (word.isEmpty()) {
                    throw text.complaint("frame " + frame + " has " + MotionText.counted(read, "number") + ", but "
                            + width + " channels are announced");
                }
                double number = text.number(word);
                if (channel.turn()) {
                    turns[j] = turns[j].after(Rotation.about(channel.axis().direction(), Math.toRadians(number)));
                } else {
                    places[j] = places[j].plus(channel.axis().direction().times(number));
                }
                read++;
            }
        }
        String more = text.wordOfLine();
        if (!more.isEmpty()) {
            throw text.complaint("frame " + frame + " has more than the " + MotionText.counted(width, "number")
                    + " of its channels");
        }
        return new Posture(places, turns);
    }
}
