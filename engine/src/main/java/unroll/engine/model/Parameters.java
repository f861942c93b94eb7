package unroll.engine.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.graph.Parameter;

/** The flat vectors theta, direction and gradient of a model, and the named windows of them that its graph reads. */
public final class Parameters {
    private final Layout layout;
    private final Buffer value;
    private final Buffer direction;
    private final Buffer gradient;
    private final Map<String, Parameter> byName = new HashMap<>();

    /** Windows of three vectors of the layout's size. */
    public Parameters(Layout layout, Buffer value, Buffer direction, Buffer gradient) {
        this.layout = layout;
        this.value = value;
        this.direction = direction;
        this.gradient = gradient;
        for (Layout.Slot slot : layout.slots()) {
            byName.put(
                    slot.name(),
                    new Parameter(
                            window(value, slot),
                            window(direction, slot),
                            window(gradient, slot),
                            slot.fixed(),
                            slot.offset()));
        }
    }

    /** New vectors of zeros. */
    public static Parameters of(Layout layout, Backend backend) {
        return new Parameters(
                layout,
                backend.allocate(1, layout.size()),
                backend.allocate(1, layout.size()),
                backend.allocate(1, layout.size()));
    }

    /** The parameter of that name. */
    public Parameter get(String name) {
        return Objects.requireNonNull(byName.get(name), () -> "no parameter is called " + name);
    }

    /** Where a whole parameter lies; empty if it is a part of one or none of these. */
    public Optional<Layout.Slot> slot(Parameter parameter) {
        return layout.slots().stream()
                .filter(slot -> get(slot.name()).equals(parameter))
                .findFirst();
    }

    /** Which of the {@link Layout#parts} it is; empty if it is none of them, or in none of these vectors. */
    public Optional<Layout.Slot> part(Parameter parameter) {
        return layout.parts().stream()
                .filter(part -> part.offset() == parameter.offset()
                        && part.size() == parameter.value().size())
                .findFirst();
    }

    /** Where each parameter lies in the vectors. */
    public Layout layout() {
        return layout;
    }

    public Buffer value() {
        return value;
    }

    public Buffer direction() {
        return direction;
    }

    public Buffer gradient() {
        return gradient;
    }

    private static Buffer window(Buffer flat, Layout.Slot slot) {
        return flat.window(slot.offset(), slot.rows(), slot.columns());
    }
}
