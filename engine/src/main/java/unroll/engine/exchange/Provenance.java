package unroll.engine.exchange;

import java.util.Map;

/**
 * Where a file's numbers come from, as it is written into the file.
 *
 * @param experiment the name of the experiment
 * @param update how many updates made them
 */
public record Provenance(String experiment, long update) {
    static final String PRODUCER = "Unroll";

    /** Of this program. */
    public static final String VERSION = "0.1.0";

    Map<String, String> words() {
        return Map.of("producer", PRODUCER + " " + VERSION, "experiment", experiment, "update", Long.toString(update));
    }
}
