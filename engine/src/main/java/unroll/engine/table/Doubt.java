package unroll.engine.table;

import java.util.List;

/**
 * Something about a file that can be read in more than one way.
 *
 * @param sentence what was taken, and why it could be otherwise
 * @param setting of the {@link TableForm} that settles it
 * @param values that it can be given
 */
public record Doubt(String sentence, String setting, List<String> values) {
    public Doubt {
        values = List.copyOf(values);
    }
}
