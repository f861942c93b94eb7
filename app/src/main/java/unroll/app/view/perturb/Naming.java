package unroll.app.view.perturb;

import java.util.List;
import unroll.engine.task.Appearance;

/**
 * What people call the inputs and outputs of a task.
 *
 * @param inputs names of the input channels or symbols; none where they have numbers alone
 * @param outputs names of the output channels
 */
public record Naming(List<String> inputs, List<String> outputs) {
    /** Of no task. */
    public static final Naming NONE = new Naming(List.of(), List.of());

    public Naming {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** Of a task that looks so. */
    public static Naming of(Appearance appearance) {
        return switch (appearance) {
            case Appearance.Series series -> new Naming(series.inputs(), series.outputs());
            case Appearance.Classes classes -> new Naming(classes.inputs(), classes.outputs());
            case Appearance.Picture picture -> NONE;
            case Appearance.Text text -> {
                List<String> characters =
                        text.alphabet().stream().map(Naming::character).toList();
                yield new Naming(characters, characters);
            }
        };
    }

    private static String character(int code) {
        return switch (code) {
            case ' ' -> "space";
            case '\n' -> "new line";
            case '\t' -> "tab";
            default -> Character.toString(code);
        };
    }

    String output(int channel) {
        return channel < outputs.size() ? outputs.get(channel) : "output " + (channel + 1);
    }
}
