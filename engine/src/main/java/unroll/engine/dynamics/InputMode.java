package unroll.engine.dynamics;

/** What a network receives at each step while it is looked at as a map of its states. */
public sealed interface InputMode {
    /**
     * The same at every step.
     *
     * @param input {@code [I]}, or one code where inputs are symbols
     */
    record Held(double[] input) implements InputMode {
        public Held {
            input = input.clone();
        }
    }

    /**
     * A sequence, and again from its beginning after its end.
     *
     * @param inputs {@code [T][I]}, or {@code [T][1]} codes
     */
    record Driven(double[][] inputs) implements InputMode {
        public Driven {
            if (inputs.length == 0) {
                throw new IllegalArgumentException("a sequence of no steps drives nothing");
            }
            inputs = inputs.clone();
        }
    }

    /**
     * What the network predicted at the step before, which so becomes part of its state: its last numbers.
     *
     * @param first what it receives at the first step, {@code [I]}
     */
    record FedBack(double[] first) implements InputMode {
        public FedBack {
            first = first.clone();
        }
    }
}
