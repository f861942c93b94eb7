package unroll.engine.backend;

import java.util.Arrays;
import unroll.engine.loss.Loss;
import unroll.engine.random.RowStreams;

/**
 * The processor's backend in float.
 *
 * <p>The class for double is generated: build/Doubles.java.
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
        switch (blas) {
            case OpenBlas library ->
                FloatGemm.openBlas(library, cells(a), transposeA, cells(b), transposeB, (float) beta, cells(c));
            case PlainBlas _ -> FloatGemm.plain(cells(a), transposeA, cells(b), transposeB, (float) beta, cells(c));
        }
    }

    @Override
    public void transpose(Buffer x, Buffer y) {
        Shapes.transposed(x, y);
        FloatCells from = cells(x);
        FloatKernels.transpose(from.array, from.from, x.rows(), x.columns(), cells(y).array, cells(y).from);
    }

    @Override
    public void activate(Activation f, Buffer u, Buffer h) {
        Shapes.same(u, h);
        FloatCells out = cells(h);
        float[] in = at(out, u);
        FloatActivation.of(f).values(in, out.array, out.from, out.to());
    }

    @Override
    public void timesSlope(Activation f, Buffer h, Buffer x, double beta, Buffer out) {
        Shapes.same(h, x);
        Shapes.same(h, out);
        FloatCells to = cells(out);
        float[] value = at(to, h);
        float[] factor = at(to, x);
        if (beta == 0) {
            FloatActivation.of(f).slope(value, factor, to.array, to.from, to.to());
        } else {
            FloatActivation.of(f).slopeAdded(value, factor, (float) beta, to.array, to.from, to.to());
        }
    }

    @Override
    public void times(double alpha, Buffer a, Buffer b, double beta, Buffer out) {
        Shapes.same(a, b);
        Shapes.same(a, out);
        FloatCells to = cells(out);
        float[] left = at(to, a);
        float[] right = at(to, b);
        if (beta == 0) {
            FloatKernels.times((float) alpha, left, right, to.array, to.from, to.to());
        } else {
            FloatKernels.timesAdded((float) alpha, left, right, (float) beta, to.array, to.from, to.to());
        }
    }

    @Override
    public void overRoot(double alpha, Buffer x, Buffer s, double epsilon, double beta, Buffer out) {
        Shapes.same(x, s);
        Shapes.same(x, out);
        FloatCells to = cells(out);
        float[] above = at(to, x);
        float[] square = at(to, s);
        if (beta == 0) {
            FloatKernels.overRoot((float) alpha, above, square, (float) epsilon, to.array, to.from, to.to());
        } else {
            FloatKernels.overRootAdded(
                    (float) alpha, above, square, (float) epsilon, (float) beta, to.array, to.from, to.to());
        }
    }

    @Override
    public void gather(Buffer codes, Buffer table, double beta, Buffer out) {
        Shapes.coded(codes, table, out);
        FloatCells coded = cells(codes);
        FloatCells to = cells(out);
        FloatCells from = cells(table);
        int width = out.columns();
        for (int r = 0; r < out.rows(); r++) {
            int row = from.from + Shapes.code(coded.array[coded.from + r], table) * width;
            if (beta == 0) {
                System.arraycopy(from.array, row, to.array, to.from + r * width, width);
            } else {
                FloatKernels.gather(from.array, row, (float) beta, to.array, to.from + r * width, width);
            }
        }
    }

    @Override
    public void scatter(Buffer codes, Buffer rows, Buffer table) {
        Shapes.coded(codes, table, rows);
        FloatCells coded = cells(codes);
        FloatCells from = cells(rows);
        FloatCells to = cells(table);
        int width = rows.columns();
        for (int r = 0; r < rows.rows(); r++) {
            int row = to.from + Shapes.code(coded.array[coded.from + r], table) * width;
            FloatKernels.addScaled(1, from.array, from.from + r * width, to.array, row, width);
        }
    }

    @Override
    public void outputs(Loss loss, Buffer o, Buffer p) {
        Shapes.same(o, p);
        FloatCells out = cells(p);
        float[] in = at(out, o);
        FloatLoss loops = FloatLoss.of(loss);
        for (int row = out.from; row < out.to(); row += o.columns()) {
            loops.outputs(in, out.array, row, row + o.columns());
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
        FloatLoss loops = FloatLoss.of(loss);
        double sum = 0;
        for (int r = 0; r < o.rows(); r++) {
            float w = weights.array[weights.from + r];
            int from = out.from + r * width;
            if (w == 0) {
                Arrays.fill(out.array, from, from + width, 0);
            } else {
                sum += w * loops.loss(in, target, (float) (scale * w), out.array, from, from + width);
            }
        }
        return sum;
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
        FloatLoss loops = FloatLoss.of(loss);
        for (int r = 0; r < o.rows(); r++) {
            float w = weights.array[weights.from + r];
            int from = to.from + r * width;
            if (w == 0) {
                Arrays.fill(to.array, from, from + width, 0);
            } else {
                loops.curvature(in, v, (float) (scale * w), to.array, from, from + width);
            }
        }
    }

    @Override
    public void bernoulli(Buffer p, RowStreams streams, Buffer x) {
        Shapes.same(p, x);
        FloatCells out = cells(x);
        float[] chance = at(out, p);
        int width = x.columns();
        for (int r = 0; r < x.rows(); r++) {
            streams.row(r);
            int from = out.from + r * width;
            FloatKernels.bernoulli(chance, streams.base(), streams.gap(), out.array, from, from + width);
        }
    }

    @Override
    public void gaussian(Buffer mean, RowStreams streams, Buffer x) {
        Shapes.same(mean, x);
        FloatCells out = cells(x);
        float[] centre = at(out, mean);
        int width = x.columns();
        for (int i = 0; i < x.size(); i++) {
            if (i % width == 0) {
                streams.row(i / width);
            }
            double noise = RowStreams.gaussian(streams.base(), streams.gap(), i % width);
            out.array[out.from + i] = (float) (centre[out.from + i] + noise);
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
