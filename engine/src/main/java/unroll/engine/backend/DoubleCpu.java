package unroll.engine.backend;

import java.util.Arrays;
import unroll.engine.loss.Loss;

/**
 * The processor's backend in double.
 *
 * <p>Made from FloatCpu by changing the type; a test holds the two together.
 */
final class DoubleCpu extends CpuBackend {
    DoubleCpu(Blas blas) {
        super(blas);
    }

    @Override
    public Precision precision() {
        return Precision.DOUBLE;
    }

    @Override
    public Buffer allocate(int rows, int columns) {
        return new DoubleCells(new double[rows * columns], 0, rows, columns);
    }

    @Override
    public void write(double[] from, int offset, Buffer x) {
        Shapes.array(from, offset, x);
        DoubleCells cells = cells(x);
        for (int i = 0; i < x.size(); i++) {
            cells.array[cells.from + i] = from[offset + i];
        }
    }

    @Override
    public void read(Buffer x, double[] to, int offset) {
        Shapes.array(to, offset, x);
        DoubleCells cells = cells(x);
        for (int i = 0; i < x.size(); i++) {
            to[offset + i] = cells.array[cells.from + i];
        }
    }

    @Override
    public void fill(double value, Buffer x) {
        DoubleCells cells = cells(x);
        Arrays.fill(cells.array, cells.from, cells.to(), value);
    }

    @Override
    public void copy(Buffer x, Buffer y) {
        Shapes.sameSize(x, y);
        DoubleCells to = cells(y);
        System.arraycopy(cells(x).array, cells(x).from, to.array, to.from, x.size());
    }

    @Override
    public void addScaled(double alpha, Buffer x, Buffer y) {
        Shapes.sameSize(x, y);
        DoubleCells from = cells(x);
        DoubleCells to = cells(y);
        if (from.from == to.from) {
            DoubleKernels.addScaled(alpha, from.array, to.array, to.from, to.to());
        } else {
            DoubleKernels.addScaled(alpha, from.array, from.from, to.array, to.from, x.size());
        }
    }

    @Override
    public void scale(double alpha, Buffer x) {
        DoubleCells cells = cells(x);
        DoubleKernels.scaled(cells.array, alpha, cells.array, cells.from, cells.to());
    }

    @Override
    public double dot(Buffer x, Buffer y) {
        Shapes.sameSize(x, y);
        DoubleCells left = cells(x);
        DoubleCells right = cells(y);
        return DoubleKernels.dot(left.array, left.from, right.array, right.from, x.size());
    }

    @Override
    public void product(Buffer a, boolean transposeA, Buffer b, boolean transposeB, double beta, Buffer c) {
        Shapes.product(a, transposeA, b, transposeB, c);
        blas.product(cells(a), transposeA, cells(b), transposeB, beta, cells(c));
    }

    @Override
    public void transpose(Buffer x, Buffer y) {
        Shapes.transposed(x, y);
        DoubleCells from = cells(x);
        DoubleKernels.transpose(from.array, from.from, x.rows(), x.columns(), cells(y).array, cells(y).from);
    }

    @Override
    public void activate(Activation f, Buffer u, Buffer h) {
        Shapes.same(u, h);
        DoubleCells out = cells(h);
        double[] in = at(out, u);
        switch (f) {
            case TANH -> DoubleKernels.tanh(in, out.array, out.from, out.to());
            case LOGISTIC -> DoubleKernels.logistic(in, out.array, out.from, out.to());
            case LINEAR -> copy(u, h);
            case RELU -> DoubleKernels.relu(in, out.array, out.from, out.to());
        }
    }

    @Override
    public void timesSlope(Activation f, Buffer h, Buffer x, double beta, Buffer out) {
        Shapes.same(h, x);
        Shapes.same(h, out);
        DoubleCells to = cells(out);
        double[] value = at(to, h);
        double[] factor = at(to, x);
        if (beta == 0) {
            slope(f, value, factor, to.array, to.from, to.to());
        } else {
            slopeAdded(f, value, factor, beta, to.array, to.from, to.to());
        }
    }

    private static void slope(Activation f, double[] h, double[] x, double[] out, int from, int to) {
        switch (f) {
            case TANH -> DoubleKernels.tanhSlope(h, x, out, from, to);
            case LOGISTIC -> DoubleKernels.logisticSlope(h, x, out, from, to);
            case LINEAR -> DoubleKernels.linearSlope(x, out, from, to);
            case RELU -> DoubleKernels.reluSlope(h, x, out, from, to);
        }
    }

    private static void slopeAdded(Activation f, double[] h, double[] x, double beta, double[] out, int from, int to) {
        switch (f) {
            case TANH -> DoubleKernels.tanhSlopeAdded(h, x, beta, out, from, to);
            case LOGISTIC -> DoubleKernels.logisticSlopeAdded(h, x, beta, out, from, to);
            case LINEAR -> DoubleKernels.linearSlopeAdded(x, beta, out, from, to);
            case RELU -> DoubleKernels.reluSlopeAdded(h, x, beta, out, from, to);
        }
    }

    @Override
    public void times(double alpha, Buffer a, Buffer b, double beta, Buffer out) {
        Shapes.same(a, b);
        Shapes.same(a, out);
        DoubleCells to = cells(out);
        double[] left = at(to, a);
        double[] right = at(to, b);
        if (beta == 0) {
            DoubleKernels.times(alpha, left, right, to.array, to.from, to.to());
        } else {
            DoubleKernels.timesAdded(alpha, left, right, beta, to.array, to.from, to.to());
        }
    }

    @Override
    public void overRoot(double alpha, Buffer x, Buffer s, double epsilon, double beta, Buffer out) {
        Shapes.same(x, s);
        Shapes.same(x, out);
        DoubleCells to = cells(out);
        double[] above = at(to, x);
        double[] square = at(to, s);
        if (beta == 0) {
            DoubleKernels.overRoot(alpha, above, square, epsilon, to.array, to.from, to.to());
        } else {
            DoubleKernels.overRootAdded(alpha, above, square, epsilon, beta, to.array, to.from, to.to());
        }
    }

    @Override
    public void gather(Buffer codes, Buffer table, double beta, Buffer out) {
        Shapes.coded(codes, table, out);
        DoubleCells coded = cells(codes);
        DoubleCells to = cells(out);
        DoubleCells from = cells(table);
        int width = out.columns();
        for (int r = 0; r < out.rows(); r++) {
            int row = from.from + Shapes.code(coded.array[coded.from + r], table) * width;
            if (beta == 0) {
                System.arraycopy(from.array, row, to.array, to.from + r * width, width);
            } else {
                DoubleKernels.gather(from.array, row, beta, to.array, to.from + r * width, width);
            }
        }
    }

    @Override
    public void scatter(Buffer codes, Buffer rows, Buffer table) {
        Shapes.coded(codes, table, rows);
        DoubleCells coded = cells(codes);
        DoubleCells from = cells(rows);
        DoubleCells to = cells(table);
        int width = rows.columns();
        for (int r = 0; r < rows.rows(); r++) {
            int row = to.from + Shapes.code(coded.array[coded.from + r], table) * width;
            DoubleKernels.addScaled(1, from.array, from.from + r * width, to.array, row, width);
        }
    }

    @Override
    public void outputs(Loss loss, Buffer o, Buffer p) {
        Shapes.same(o, p);
        DoubleCells out = cells(p);
        double[] in = at(out, o);
        switch (loss) {
            case SQUARED -> copy(o, p);
            case LOGISTIC -> DoubleKernels.logistic(in, out.array, out.from, out.to());
            case SOFTMAX -> {
                for (int row = out.from; row < out.to(); row += o.columns()) {
                    DoubleKernels.softmax(in, out.array, row, row + o.columns());
                }
            }
        }
    }

    @Override
    public double loss(Loss loss, Buffer o, Buffer y, Buffer weight, double scale, Buffer gradient) {
        Shapes.same(o, y);
        Shapes.same(o, gradient);
        Shapes.column(weight, o);
        DoubleCells out = cells(gradient);
        DoubleCells weights = cells(weight);
        double[] in = at(out, o);
        double[] target = at(out, y);
        int width = o.columns();
        double sum = 0;
        for (int r = 0; r < o.rows(); r++) {
            double w = weights.array[weights.from + r];
            int from = out.from + r * width;
            if (w == 0) {
                Arrays.fill(out.array, from, from + width, 0);
            } else {
                sum += w * rowLoss(loss, in, target, (scale * w), out.array, from, from + width);
            }
        }
        return sum;
    }

    private static double rowLoss(Loss loss, double[] o, double[] y, double scale, double[] out, int from, int to) {
        return switch (loss) {
            case SQUARED -> {
                DoubleKernels.squaredLoss(o, y, out, from, to);
                double sum = DoubleKernels.sum(out, from, to);
                DoubleKernels.difference(o, y, scale, out, from, to);
                yield sum;
            }
            case LOGISTIC -> {
                DoubleKernels.logisticLoss(o, y, out, from, to);
                double sum = DoubleKernels.sum(out, from, to);
                DoubleKernels.logisticGradient(o, y, scale, out, from, to);
                yield sum;
            }
            case SOFTMAX -> {
                double logPartition = DoubleKernels.softmax(o, out, from, to);
                DoubleKernels.difference(out, y, scale, out, from, to);
                yield logPartition - DoubleKernels.dot(o, from, y, from, to - from);
            }
        };
    }

    @Override
    public void lossCurvature(Loss loss, Buffer o, Buffer weight, Buffer ro, double scale, Buffer out) {
        Shapes.same(o, ro);
        Shapes.same(o, out);
        Shapes.column(weight, o);
        DoubleCells to = cells(out);
        DoubleCells weights = cells(weight);
        double[] in = at(to, o);
        double[] v = at(to, ro);
        int width = o.columns();
        for (int r = 0; r < o.rows(); r++) {
            double w = weights.array[weights.from + r];
            int from = to.from + r * width;
            if (w == 0) {
                Arrays.fill(to.array, from, from + width, 0);
            } else {
                rowCurvature(loss, in, v, (scale * w), to.array, from, from + width);
            }
        }
    }

    private static void rowCurvature(Loss loss, double[] o, double[] v, double scale, double[] out, int from, int to) {
        switch (loss) {
            case SQUARED -> DoubleKernels.scaled(v, scale, out, from, to);
            case LOGISTIC -> DoubleKernels.logisticCurvature(o, v, scale, out, from, to);
            case SOFTMAX -> {
                DoubleKernels.softmax(o, out, from, to);
                double mean = DoubleKernels.dot(out, from, v, from, to - from);
                DoubleKernels.deviation(out, v, mean, scale, out, from, to);
            }
        }
    }

    /**
     * The numbers of {@code x} in an array where they stand at the indices that {@code like} has in its own. That is the
     * array of {@code x} itself unless the two windows begin at different places; the engine's own never do, and only
     * others pay for a copy.
     */
    private static double[] at(DoubleCells like, Buffer x) {
        DoubleCells cells = cells(x);
        if (cells.from == like.from) {
            return cells.array;
        }
        double[] moved = new double[like.to()];
        System.arraycopy(cells.array, cells.from, moved, like.from, cells.size());
        return moved;
    }

    private static DoubleCells cells(Buffer buffer) {
        if (buffer instanceof DoubleCells cells) {
            return cells;
        }
        throw new IllegalArgumentException(
                "a buffer of another backend: " + buffer.getClass().getSimpleName());
    }
}
