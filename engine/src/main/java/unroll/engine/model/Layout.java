package unroll.engine.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/** Where each named parameter lies in the flat vector: one after the other, row by row, in this order. */
public final class Layout {
    /**
     * One parameter.
     *
     * @param name as in the thesis: {@code W_hh}
     * @param title what people read: the name, or of what a gate has of a stacked parameter, "W_x, forget gate"
     * @param role what it does, which initialisations go by
     * @param rows units that receive; 1 for a bias
     * @param columns units that send; for a bias the units it belongs to
     * @param offset index of its first number in the flat vector
     * @param fixed whether it is never trained: the model draws it itself, whatever the initialisation, and no gradient is
     *     collected for it
     */
    public record Slot(String name, String title, Role role, int rows, int columns, int offset, boolean fixed) {
        public int size() {
            return rows * columns;
        }

        private Slot held() {
            return new Slot(name, title, role, rows, columns, offset, true);
        }
    }

    /**
     * Recurrent weights that the input v blends: {@code after diag(gain v) before} (thesis eq. 5.5).
     *
     * @param after from the factors to the hidden units, {@code [H][F]}
     * @param gain from the input to the factors, {@code [F][I]}
     * @param before from the hidden units to the factors, {@code [F][H]}
     */
    public record Factors(Slot after, Slot gain, Slot before) {}

    /** A parameter with the roles of its equal parts, one after the other: one where it is not stacked. */
    private record Stack(Slot whole, List<Slot> parts) {
        /** The same of which only what is named is trained: all of it, some parts or nothing. */
        Stack training(Set<String> names) {
            List<Slot> kept = parts.stream()
                    .map(part -> names.contains(whole.name()) || names.contains(part.name()) ? part : part.held())
                    .toList();
            return new Stack(kept.stream().allMatch(Slot::fixed) ? whole.held() : whole, kept);
        }
    }

    /**
     * One of the equal parts of a stacked parameter.
     *
     * @param name the gate that it belongs to, in the field's words; empty where it has its number alone
     */
    record Part(String name, Role role) {}

    /** What a parameter does in its network. */
    public enum Role {
        INPUT_WEIGHT,
        RECURRENT_WEIGHT,
        /** From hidden units to what stands above them: the output units, or the next layer. */
        OUTPUT_WEIGHT,
        HIDDEN_BIAS,
        /** Of the gate by which a memory keeps what it holds; large, it keeps. */
        FORGET_BIAS,
        OUTPUT_BIAS,
        FIRST_STATE;

        /** Whether it is a weight: neither a bias nor a first state. */
        public boolean weight() {
            return this == INPUT_WEIGHT || this == RECURRENT_WEIGHT || this == OUTPUT_WEIGHT;
        }

        /** The roles of {@code count} equal parts that all do this. */
        Role[] times(int count) {
            return Collections.nCopies(count, this).toArray(Role[]::new);
        }
    }

    private final List<Stack> stacks;
    private final Optional<Factors> factors;
    private final List<Slot> taps;

    private Layout(List<Stack> stacks, Optional<Factors> factors, List<Slot> taps) {
        this.stacks = List.copyOf(stacks);
        this.taps = taps;
        this.factors = factors;
    }

    /** An empty layout to which parameters are added one by one. */
    public static Builder builder() {
        return new Builder();
    }

    public List<Slot> slots() {
        return stacks.stream().map(Stack::whole).toList();
    }

    /**
     * The matrices and biases that mean something each by itself, as initialisations and views see them: a parameter, or
     * where several gates are stacked in one, each gate's part, called {@code W_h[1]}, whose title names the gate.
     */
    public List<Slot> parts() {
        return stacks.stream().flatMap(stack -> stack.parts().stream()).toList();
    }

    /** The parts of trained parameters that are not trained themselves: no step may change them, whatever their gradient. */
    public List<Slot> held() {
        return stacks.stream()
                .filter(stack -> !stack.whole().fixed())
                .flatMap(stack -> stack.parts().stream())
                .filter(Slot::fixed)
                .toList();
    }

    /**
     * The same layout of which only some parameters are trained.
     *
     * @param names of parameters, or of a gate's {@link #parts}
     */
    Layout training(Set<String> names) {
        return new Layout(stacks.stream().map(stack -> stack.training(names)).toList(), factors, taps);
    }

    /** The parameters of which the input blends its recurrent weights, where it does. */
    public Optional<Factors> factors() {
        return factors;
    }

    /** Matrices from the last input, the one before, and so on straight to the output units, as in linear autoregression; often none. */
    public List<Slot> taps() {
        return taps;
    }

    /** The parameter of that name. */
    public Slot slot(String name) {
        return slots().stream()
                .filter(slot -> slot.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no parameter is called " + name));
    }

    /** What people read for each of some parameters, by its name. */
    public static SequencedMap<String, String> titles(List<Slot> slots) {
        SequencedMap<String, String> titles = new LinkedHashMap<>();
        slots.forEach(slot -> titles.put(slot.name(), slot.title()));
        return titles;
    }

    /** Numbers in the flat vector. */
    public int size() {
        Slot last = stacks.getLast().whole();
        return last.offset() + last.size();
    }

    /** Collects parameters in order. */
    public static final class Builder {
        private final List<Stack> stacks = new ArrayList<>();
        private List<Slot> taps = List.of();
        private int size;

        private Builder() {}

        /** Appends a parameter of that shape. */
        public Builder add(String name, Role role, int rows, int columns) {
            return add(name, role, rows, columns, false);
        }

        /** Appends a parameter of that shape that is never trained. */
        public Builder addFixed(String name, Role role, int rows, int columns) {
            return add(name, role, rows, columns, true);
        }

        private Builder add(String name, Role role, int rows, int columns, boolean fixed) {
            return add(new Slot(name, name, role, rows, columns, size, fixed));
        }

        /** Appends what a gate has for itself, of that shape. */
        Builder add(String name, Part gate, int rows, int columns) {
            return add(new Slot(name, title(name, gate.name()), gate.role(), rows, columns, size, false));
        }

        private Builder add(Slot slot) {
            stacks.add(new Stack(slot, List.of(slot)));
            size += slot.size();
            return this;
        }

        /** Appends matrices of {@code rows} x {@code columns} on top of each other, one for each role. */
        public Builder stackRows(String name, int rows, int columns, Role... roles) {
            return stackRows(name, rows, columns, unnamed(roles));
        }

        /** Appends rows of {@code columns} biases after each other, one for each role. */
        public Builder stackColumns(String name, int columns, Role... roles) {
            return stackColumns(name, columns, unnamed(roles));
        }

        /** Appends matrices of {@code rows} x {@code columns} on top of each other, one for each gate. */
        Builder stackRows(String name, int rows, int columns, List<Part> gates) {
            return stack(name, rows * gates.size(), columns, rows, columns, gates);
        }

        /** Appends rows of {@code columns} biases after each other, one for each gate. */
        Builder stackColumns(String name, int columns, List<Part> gates) {
            return stack(name, 1, columns * gates.size(), 1, columns, gates);
        }

        private static List<Part> unnamed(Role... roles) {
            return Stream.of(roles).map(role -> new Part("", role)).toList();
        }

        private static String title(String name, String gate) {
            return gate.isEmpty() ? name : name + ", " + gate;
        }

        private Builder stack(String name, int allRows, int allColumns, int rows, int columns, List<Part> gates) {
            List<Slot> parts = new ArrayList<>();
            for (int i = 0; i < gates.size(); i++) {
                Part gate = gates.get(i);
                String part = name + "[" + i + "]";
                String title = gate.name().isEmpty() ? part : title(name, gate.name());
                parts.add(new Slot(part, title, gate.role(), rows, columns, size + i * rows * columns, false));
            }
            Role role = gates.getFirst().role();
            stacks.add(new Stack(new Slot(name, name, role, allRows, allColumns, size, false), List.copyOf(parts)));
            size += allRows * allColumns;
            return this;
        }

        /** The parts of what was added last are {@link Layout#taps}. */
        Builder asTaps() {
            taps = stacks.getLast().parts();
            return this;
        }

        /** The layout of what was added. */
        public Layout build() {
            return new Layout(stacks, Optional.empty(), taps);
        }

        /** The same where the input blends recurrent weights of three of these, by their names; see {@link Factors}. */
        public Layout build(String after, String gain, String before) {
            Layout plain = build();
            return new Layout(
                    stacks, Optional.of(new Factors(plain.slot(after), plain.slot(gain), plain.slot(before))), taps);
        }
    }
}
