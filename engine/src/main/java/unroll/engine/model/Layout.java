package unroll.engine.model;

import java.util.ArrayList;
import java.util.List;

/** Where each named parameter lies in the flat vector: one after the other, row by row, in this order. */
public final class Layout {
    /**
     * One parameter.
     *
     * @param name as in the thesis: {@code W_hh}
     * @param role what it does, which initialisations go by
     * @param rows units that receive; 1 for a bias
     * @param columns units that send; for a bias the units it belongs to
     * @param offset index of its first number in the flat vector
     */
    public record Slot(String name, Role role, int rows, int columns, int offset) {
        public int size() {
            return rows * columns;
        }
    }

    /** What a parameter does in its network. */
    public enum Role {
        INPUT_WEIGHT,
        RECURRENT_WEIGHT,
        OUTPUT_WEIGHT,
        HIDDEN_BIAS,
        OUTPUT_BIAS,
        FIRST_STATE
    }

    private final List<Slot> slots;

    private Layout(List<Slot> slots) {
        this.slots = List.copyOf(slots);
    }

    /** An empty layout to which parameters are added one by one. */
    public static Builder builder() {
        return new Builder();
    }

    public List<Slot> slots() {
        return slots;
    }

    /** The parameter of that name. */
    public Slot slot(String name) {
        return slots.stream()
                .filter(slot -> slot.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no parameter is called " + name));
    }

    /** Numbers in the flat vector. */
    public int size() {
        Slot last = slots.getLast();
        return last.offset() + last.size();
    }

    /** Collects parameters in order. */
    public static final class Builder {
        private final List<Slot> slots = new ArrayList<>();
        private int size;

        private Builder() {}

        /** Appends a parameter of that shape. */
        public Builder add(String name, Role role, int rows, int columns) {
            slots.add(new Slot(name, role, rows, columns, size));
            size += rows * columns;
            return this;
        }

        /** The layout of what was added. */
        public Layout build() {
            return new Layout(slots);
        }
    }
}
