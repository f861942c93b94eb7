package unroll.engine.exchange;

import java.util.Map;
import java.util.TreeMap;

/**
 * Where a file's numbers come from and what they mean, as it is written into the file.
 *
 * @param experiment the name of the experiment
 * @param update how many updates made them
 * @param numbers what the network's inputs and outputs are, by words of their own
 */
public record Provenance(String experiment, long update, Map<String, String> numbers) {
    static final String PRODUCER = "Unroll";

    /** Of this program. */
    public static final String VERSION = "0.1.0";

    public Provenance {
        numbers = Map.copyOf(numbers);
    }

    Map<String, String> words() {
        Map<String, String> words = new TreeMap<>(numbers);
        words.put("producer", PRODUCER + " " + VERSION);
        words.put("experiment", experiment);
        words.put("update", Long.toString(update));
        return words;
    }
}
