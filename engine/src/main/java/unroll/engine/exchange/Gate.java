package unroll.engine.exchange;

/**
 * One gate's part of a cell: it sees {@code W v_t + b + R h_t-1 + b'}.
 *
 * @param input W, {@code [H][I]}
 * @param recurrent R, {@code [H][H]}
 * @param inputBias b, {@code [H]}
 * @param recurrentBias b', {@code [H]}
 */
record Gate(double[] input, double[] recurrent, double[] inputBias, double[] recurrentBias) {}
