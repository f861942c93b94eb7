package unroll.app.view.phase;

/** What a network receives at each step while its states are looked at; one of symbols receives that of a time step. */
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
