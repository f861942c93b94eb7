package unroll.engine.perturb;

import java.util.List;
import java.util.Optional;
import unroll.engine.anatomy.Wires;
import unroll.engine.model.Layout.Slot;
import unroll.engine.rollout.Rollout;

/**
 * What there is of a network that could be perturbed.
 *
 * @param steps time steps of the sequence, T
 * @param inputs input channels, or symbols of which it receives one at each step, I
 * @param symbols whether it receives symbols
 * @param units hidden units that are shown, H; 0 where it has none and its outputs are shown instead
 * @param outputs output channels, O
 * @param recurrent whether it carries a state from step to step
 * @param gates what lies within its layers, and the units of each layer
 * @param parts its matrices and biases
 * @param names of the input channels or symbols; none where they have numbers alone
 */
public record Subject(
        int steps,
        int inputs,
        boolean symbols,
        int units,
        int outputs,
        boolean recurrent,
        List<Gate> gates,
        List<Slot> parts,
        List<String> names) {
    /** Nothing at all. */
    public static final Subject NONE = new Subject(0, 0, false, 0, 0, false, List.of(), List.of(), List.of());

    /**
     * Numbers within a layer.
     *
     * @param name as formulas call it
     * @param width how many, one for each unit
     */
    public record Gate(String name, int width) {}

    static final String NO_UNITS = "This network has no hidden units; perturb its inputs.";

    public Subject {
        gates = List.copyOf(gates);
        parts = List.copyOf(parts);
        names = List.copyOf(names);
    }

    /** Of a network on one sequence; its inputs have no names. */
    public static Subject of(Rollout net) {
        boolean hidden = net.hidden() != net.output();
        return new Subject(
                net.graph().steps(),
                net.input().width(),
                net.input().symbolic(),
                hidden ? net.hidden().width() : 0,
                net.output().width(),
                !net.graph().states().isEmpty(),
                Wires.of(net).inner().stream()
                        .map(inner -> new Gate(inner.name(), inner.signal().width()))
                        .toList(),
                net.parameters().layout().parts(),
                List.of());
    }

    /** The same with inputs or symbols that are called so, in their order. */
    public Subject named(List<String> inputNames) {
        return new Subject(steps, inputs, symbols, units, outputs, recurrent, gates, parts, inputNames);
    }

    /** The matrix or bias of that name. */
    public Optional<Slot> part(String name) {
        return parts.stream().filter(slot -> slot.name().equals(name)).findFirst();
    }

    /** The gate of that name. */
    Optional<Gate> gate(String name) {
        return gates.stream().filter(gate -> gate.name().equals(name)).findFirst();
    }

    /** What an input channel or symbol, counted from 1, is called. */
    String input(int number) {
        return number <= names.size() ? names.get(number - 1) : (symbols ? "symbol " : "input ") + number;
    }

    // What there is to choose from

    /** Input channels with numbers on them. */
    Limit channels(String setting) {
        String none = "This network receives symbols, to which nothing can be added; give it another one.";
        return symbols
                ? new Limit(setting, "", "input", "this network", 0, List.of(), none)
                : new Limit(setting, "", "input", "this network", inputs, inputNames(), "");
    }

    Limit symbols(String setting) {
        String none = "This network receives numbers; hold one of its inputs instead.";
        return symbols
                ? new Limit(setting, "", "symbol", "this network", inputs, inputNames(), "")
                : new Limit(setting, "", "symbol", "this network", 0, List.of(), none);
    }

    private List<String> inputNames() {
        return names.size() == inputs ? names : List.of();
    }

    /** Hidden units; a network whose outputs are shown in place of units keeps them. */
    Limit units(String setting) {
        return new Limit(setting, "", "unit", "this network", units, List.of(), NO_UNITS);
    }

    Limit steps(String setting) {
        return Limit.of(setting, "step", "the sequence", steps);
    }

    Limit gates(String setting) {
        List<String> all = gates.stream().map(Gate::name).toList();
        return new Limit(
                setting,
                "",
                "gate",
                "this network",
                all.size(),
                all,
                "This network has no layers; perturb its inputs.");
    }

    Limit parts(String setting) {
        List<String> all = parts.stream().map(Slot::name).toList();
        return new Limit(setting, "", "part", "this network", all.size(), all, "");
    }
}
