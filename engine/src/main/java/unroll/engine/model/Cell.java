package unroll.engine.model;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import unroll.engine.backend.Activation;
import unroll.engine.model.Layout.Part;
import unroll.engine.model.Layout.Role;

/** What a layer of a {@link Plan} is made of: units of one non-linearity, or cells with gates. */
public sealed interface Cell {
    /** Units of one non-linearity, without gates. */
    record Ungated(Activation activation) implements Cell {
        /** What most recurrent networks are made of. */
        public static final Ungated TANH = new Ungated(Activation.TANH);

        @Override
        public List<Part> biases() {
            return List.of(new Part("", Role.HIDDEN_BIAS));
        }

        @Override
        public String label() {
            return toString();
        }

        @Override
        public String help() {
            return "Units without memory: " + activation.help();
        }

        @Override
        public String toString() {
            return activation.name().toLowerCase(Locale.ROOT);
        }
    }

    /** Cells with gates, and with them a memory of their own. */
    @SuppressWarnings("ImmutableEnumChecker") // a list of List.of never changes
    enum Gated implements Cell {
        /** As {@link StandardLstm}, gates i, f, g, o. */
        LSTM(
                "Cells that keep what they hold until a gate lets it go",
                new Part("input gate", Role.HIDDEN_BIAS),
                new Part("forget gate", Role.FORGET_BIAS),
                new Part("cell", Role.HIDDEN_BIAS),
                new Part("output gate", Role.HIDDEN_BIAS)),
        /** As {@link Gru}, gates r, z, n; its reset gate weighs what it receives from its own step before. */
        GRU(
                "Gated units: a gate decides how much of the old state to keep",
                new Part("reset gate", Role.HIDDEN_BIAS),
                new Part("update gate", Role.HIDDEN_BIAS),
                new Part("candidate", Role.HIDDEN_BIAS));

        private final String help;
        private final List<Part> biases;

        Gated(String help, Part... biases) {
            this.help = help;
            this.biases = List.of(biases);
        }

        @Override
        public List<Part> biases() {
            return biases;
        }

        @Override
        public String label() {
            return name();
        }

        @Override
        public String help() {
            return help;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** All that there are. */
    static List<Cell> all() {
        return Stream.<Cell>concat(Stream.of(Activation.values()).map(Ungated::new), Stream.of(Gated.values()))
                .toList();
    }

    /** What each gate is called, and what its bias does. */
    List<Part> biases();

    /** The weights of each gate that all do this. */
    default List<Part> weights(Role role) {
        return biases().stream().map(gate -> new Part(gate.name(), role)).toList();
    }

    /** Sums that a unit of it makes of what it receives, each with weights and a bias of its own. */
    default int gates() {
        return biases().size();
    }

    /** Its name for people: "LSTM". */
    String label();

    /** What it does, for people. */
    String help();

    /** As it is written in plans: {@code lstm}. */
    @Override
    String toString();
}
