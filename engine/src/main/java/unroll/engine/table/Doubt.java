package unroll.engine.table;

import java.util.List;
import unroll.engine.setting.Field;
import unroll.engine.setting.Schema;

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

    /** Whether a form says which way is meant. */
    public boolean isSettled(TableForm form) {
        Field field = Schema.of(TableForm.class).field(setting);
        return !field.of(form).equals(field.of(TableForm.FOUND));
    }
}
