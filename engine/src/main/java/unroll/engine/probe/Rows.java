package unroll.engine.probe;

/** Numbers one after the other as rows of as many each, in single precision, as views draw them. */
final class Rows {
    private Rows() {}

    /** The rows. */
    static float[][] of(double[] numbers, int width) {
        float[][] rows = new float[numbers.length / width][width];
        for (int i = 0; i < numbers.length; i++) {
            rows[i / width][i % width] = (float) numbers[i];
        }
        return rows;
    }
}
