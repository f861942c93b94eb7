package unroll.app.view.phase;

import java.util.Arrays;
import java.util.List;

/** What a network receives at each step while its states are looked at. */
enum HeldInput {
    NOTHING("no input"),
    MEAN("mean input"),
    STEP("input at t");

    private final String words;

    HeldInput(String words) {
        this.words = words;
    }

    /** What people read. */
    String words() {
        return words;
    }

    /** What people read of those that a network can receive; one of symbols receives some symbol. */
    static List<String> choices(boolean symbols) {
        return Arrays.stream(values())
                .filter(input -> !symbols || input == STEP)
                .map(HeldInput::words)
                .toList();
    }

    /** The one with these words. */
    static HeldInput called(String words) {
        return Arrays.stream(values())
                .filter(input -> input.words.equals(words))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing is held that is called " + words));
    }

    /** The row that is held, of the rows of a sequence. */
    double[] row(double[][] inputs, int time) {
        return switch (this) {
            case NOTHING -> new double[inputs[0].length];
            case STEP -> inputs[Math.clamp(time, 0, inputs.length - 1)].clone();
            case MEAN -> {
                double[] mean = new double[inputs[0].length];
                for (double[] row : inputs) {
                    for (int i = 0; i < mean.length; i++) {
                        mean[i] += row[i] / inputs.length;
                    }
                }
                yield mean;
            }
        };
    }
}
