package unroll.engine.music;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import unroll.engine.data.DataException;
import unroll.engine.data.DataSize;

/**
 * Piano-rolls that somebody else made and divided, in the form in which those of Boulanger-Lewandowski et al. (2012) go around: {@code
 * {"train": [piece, ...], "valid": [...], "test": [...]}}, a piece a list of time steps, a step the list of the MIDI keys that sound.
 *
 * @param train pieces to learn from
 * @param valid pieces to choose settings by; may be none
 * @param test pieces to judge by
 */
public record RollFile(List<PianoRoll> train, List<PianoRoll> valid, List<PianoRoll> test) {
    private static final String TRAIN = "train";
    private static final String VALID = "valid";
    private static final String TEST = "test";

    /** Characters within which the first part and its beginning stand. */
    private static final int BEGINNING = 200;

    public RollFile {
        train = List.copyOf(train);
        valid = List.copyOf(valid);
        test = List.copyOf(test);
    }

    /** Whether a file begins like one; a file that cannot be read does not. */
    public static boolean is(Path file) {
        char[] beginning = new char[BEGINNING];
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            int read = reader.read(beginning);
            return read > 0
                    && new String(beginning, 0, read)
                            .matches("(?s)\\s*\\{\\s*\"(" + TRAIN + "|" + VALID + "|" + TEST + ")\"\\s*:\\s*\\[.*");
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Reads a file; how long its steps last nobody says but {@code step}.
     *
     * @throws DataException where it cannot be used
     */
    public static RollFile read(Path file, TimeStep step, Keyboard keyboard) {
        Map<String, List<PianoRoll>> parts = new HashMap<>();
        try (JsonReader json = new JsonReader(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
            json.beginObject();
            while (json.hasNext()) {
                String name = json.nextName();
                if (!List.of(TRAIN, VALID, TEST).contains(name)) {
                    throw new DataException(
                            file, "has a part '" + name + "'; 'train', 'valid' and 'test' are what it can have");
                }
                parts.put(name, part(file, json, step, keyboard));
            }
            json.endObject();
        } catch (MalformedJsonException | IllegalStateException | NumberFormatException | EOFException e) {
            throw new DataException(
                    file,
                    "is no list of piano-rolls: " + e.getMessage()
                            + "; a piece is a list of time steps, a step a list of keys");
        } catch (IOException e) {
            throw DataException.unreadable(file, e);
        }
        for (String needed : List.of(TRAIN, TEST)) {
            if (parts.getOrDefault(needed, List.of()).isEmpty()) {
                throw new DataException(file, "has no pieces in '" + needed + "', which it needs");
            }
        }
        return new RollFile(
                parts.getOrDefault(TRAIN, List.of()),
                parts.getOrDefault(VALID, List.of()),
                parts.getOrDefault(TEST, List.of()));
    }

    private static List<PianoRoll> part(Path file, JsonReader json, TimeStep step, Keyboard keyboard)
            throws IOException {
        List<PianoRoll> pieces = new ArrayList<>();
        long frames = 0;
        json.beginArray();
        while (json.hasNext()) {
            PianoRoll piece = piece(file, json, step, keyboard);
            frames += piece.frames();
            DataSize.check(file, (double) frames * PianoRoll.BYTES);
            pieces.add(piece);
        }
        json.endArray();
        return pieces;
    }

    private static PianoRoll piece(Path file, JsonReader json, TimeStep step, Keyboard keyboard) throws IOException {
        List<RollNote> notes = new ArrayList<>();
        int t = 0;
        json.beginArray();
        while (json.hasNext()) {
            json.beginArray();
            while (json.hasNext()) {
                int key = json.nextInt();
                if (key < 0 || key >= Keyboard.MIDI_KEYS) {
                    throw new DataException(
                            file, "has the key " + key + " at " + json.getPreviousPath() + "; keys are 0 to 127");
                }
                notes.add(new RollNote(key, t, t + 1));
            }
            json.endArray();
            t++;
        }
        json.endArray();
        return PianoRoll.of(step, keyboard, t, notes);
    }
}
