package unroll.engine.backend;

import java.util.Arrays;
import unroll.engine.loss.Loss;

/**
 * The processor's backend in float.
 *
 * <p>DoubleCpu is this file with the type changed; a test holds the two together.
 */
final class FloatCpu extends CpuBackend {
    FloatCpu(Blas blas) {
        super(blas);
    }

    @Override
    public Precision precision() {
        return Precision.SINGLE;
    }

    @Override
    public Buffer allocate(int rows, int columns) {
        return new FloatCells(new float[rows * columns], 0, rows, columns);
    }

    @Override
    public void write(double[] from, int offset, Buffer x) {
        Shapes.array(from, offset, x);
        FloatCells cells = cells(x);
        for (int i = 0; i < x.size(); i++) {
            cells.array[cells.from + i] = (float) from[offset + i];
        }
    }

    @Override
    public void read(Buffer x, double[] to, int offset) {
        Shapes.array(to, offset, x);
        FloatCells cells = cells(x);
        for (int i = 0; i < x.size(); i++) {
            to[offset + i] = cells.array[cells.from + i];
        }
    }

    @Override
    public void fill(double value, Buffer x) {
        FloatCells cells = cells(x);
        Arrays.fill(cells.array, cells.from, cells.to(), (float) value);
    }

    @Override
    public void copy(Buffer x, Buffer y) {
        Shapes.sameSize(x, y);
        FloatCells to = cells(y);
        System.arraycopy(cells(x).array, cells(x).from, to.array, to.from, x.size());
    }

    @Override
    public void addScaled(double alpha, Buffer x, Buffer y) {
        Shapes.sameSize(x, y);
        FloatCells from = cells(x);
        FloatCells to = cells(y);
        if (from.from == to.from) {
            FloatKernels.addScaled((float) alpha, from.array, to.array, to.from, to.to());
        } else {
            FloatKernels.addScaled((float) alpha, from.array, from.from, to.array, to.from, x.size());
        }
    }

    @Override
    public void scale(double alpha, Buffer x) {
        FloatCells cells = cells(x);
        FloatKernels.scaled(cells.array, (float) alpha, cells.array, cells.from, cells.to());
    }

    @Override
    public double dot(Buffer x, Buffer y) {
        Shapes.sameSize(x, y);
        FloatCells left = cells(x);
        FloatCells right = cells(y);
        return FloatKernels.dot(left.array, left.from, right.array, right.from, x.size());
    }

    @Override
    public void product(Buffer a, boolean transposeA, Buffer b, boolean transposeB, double beta, Buffer c) {
        Shapes.product(a, transposeA, b, transposeB, c);
        blas.product(cells(a), transposeA, cells(b), transposeB, (float) beta, cells(c));
    }

    @Override
    public void transpose(Buffer x, Buffer y) {
        Shapes.transposed(x, y);
        FloatCells from = cells(x);
        FloatKernels.transpose(from.array, from.from, x.rows(), x.columns(), cells(y).array, cells(y).from);
    }

    @Override
    public void activate(Activation f, Buffer a, Buffer b, Buffer h) {
        Shapes.same(a, b);
        Shapes.same(a, h);
        FloatCells out = cells(h);
        float[] left = at(out, a);
        float[] right = at(out, b);
        switch (f) {
            case TANH -> FloatKernels.tanh(left, right, out.array, out.from, out.to());
            case LOGISTIC -> FloatKernels.logistic(left, right, out.array, out.from, out.to());
            case LINEAR -> FloatKernels.linear(left, right, out.array, out.from, out.to());
            case RELU -> FloatKernels.relu(left, right, out.array, out.from, out.to());
        }
    }

    @Override
    public void timesSlope(Activation f, Buffer h, Buffer x, Buffer out) {
        Shapes.same(h, x);
        Shapes.same(h, out);
        FloatCells to = cells(out);
        float[] value = at(to, h);
        float[] factor = at(to, x);
        switch (f) {
            case TANH -> FloatKernels.tanhSlope(value, factor, to.array, to.from, to.to());
            case LOGISTIC -> FloatKernels.logisticSlope(value, factor, to.array, to.from, to.to());
            case LINEAR -> FloatKernels.linearSlope(factor, to.array, to.from, to.to());
            case RELU -> FloatKernels.reluSlope(value, factor, to.array, to.from, to.to());
        }
    }

    @Override
    public void outputs(Loss loss, Buffer o, Buffer p) {
        Shapes.same(o, p);
        FloatCells out = cells(p);
        float[] in = at(out, o);
        switch (loss) {
            case SQUARED -> copy(o, p);
            case LOGISTIC -> FloatKernels.logistic(in, out.array, out.from, out.to());
            case SOFTMAX -> {
                for (int row = out.from; row < out.to(); row += o.columns()) {
                    FloatKernels.softmax(in, out.array, row, row + o.columns());
                }
            }
        }
    }

    @Override
    public double loss(Loss loss, Buffer o, Buffer y, Buffer weight, double scale, Buffer gradient) {
        Shapes.same(o, y);
        Shapes.same(o, gradient);
        Shapes.column(weight, o);
        FloatCells out = cells(gradient);
        FloatCells weights = cells(weight);
        float[] in = at(out, o);
        float[] target = at(out, y);
        int width = o.columns();
        double sum = 0;
        for (int r = 0; r < o.rows(); r++) {
            float w = weights.array[weights.from + r];
            int from = out.from + r * width;
            if (w == 0) {
                Arrays.fill(out.array, from, from + width, 0);
            } else {
                sum += w * rowLoss(loss, in, target, (float) (scale * w), out.array, from, from + width);
            }
        }
        return sum;
    }

    private static double rowLoss(Loss loss, float[] o, float[] y, float scale, float[] out, int from, int to) {
        return switch (loss) {
            case SQUARED -> {
                FloatKernels.squaredLoss(o, y, out, from, to);
                double sum = FloatKernels.sum(out, from, to);
                FloatKernels.difference(o, y, scale, out, from, to);
                yield sum;
            }
            case LOGISTIC -> {
                FloatKernels.logisticLoss(o, y, out, from, to);
                double sum = FloatKernels.sum(out, from, to);
                FloatKernels.logisticGradient(o, y, scale, out, from, to);
                yield sum;
            }
            case SOFTMAX -> {
                double logPartition = FloatKernels.softmax(o, out, from, to);
                FloatKernels.difference(out, y, scale, out, from, to);
                yield logPartition - FloatKernels.dot(o, from, y, from, to - from);
            }
        };
    }

    @Override
    public void lossCurvature(Loss loss, Buffer o, Buffer weight, Buffer ro, double scale, Buffer out) {
        Shapes.same(o, ro);
        Shapes.same(o, out);
        Shapes.column(weight, o);
        FloatCells to = cells(out);
        FloatCells weights = cells(weight);
        float[] in = at(to, o);
        float[] v = at(to, ro);
        int width = o.columns();
        for (int r = 0; r < o.rows(); r++) {
            float w = weights.array[weights.from + r];
            int from = to.from + r * width;
            if (w == 0) {
                Arrays.fill(to.array, from, from + width, 0);
            } else {
                rowCurvature(loss, in, v, (float) (scale * w), to.array, from, from + width);
            }
        }
    }

    private static void rowCurvature(Loss loss, float[] o, float[] v, float scale, float[] out, int from, int to) {
        switch (loss) {
            case SQUARED -> FloatKernels.scaled(v, scale, out, from, to);
            case LOGISTIC -> FloatKernels.logisticCurvature(o, v, scale, out, from, to);
            case SOFTMAX -> {
                FloatKernels.softmax(o, out, from, to);
                float mean = (float) FloatKernels.dot(out, from, v, from, to - from);
                FloatKernels.deviation(out, v, mean, scale, out, from, to);
            }
        }
    }

    /**
     * The numbers of {@code x} in an array where they stand at the indices that {@code like} has in its own. That is the
     * array of {@code x} itself unless the two windows begin at different places; the engine's own never do, and only
     * others pay for a copy.
     */
    private static float[] at(FloatCells like, Buffer x) {
        FloatCells cells = cells(x);
        if (cells.from == like.from) {
            return cells.array;
        }
        float[] moved = new float[like.to()];
        System.arraycopy(cells.array, cells.from, moved, like.from, cells.size());
        return moved;
    }

    private static FloatCells cells(Buffer buffer) {
        if (buffer instanceof FloatCells cells) {
            return cells;
        }
        throw new IllegalArgumentException(
                "a buffer of another backend: " + buffer.getClass().getSimpleName());
    }
}
