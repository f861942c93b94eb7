package unroll.engine.backend;

import java.util.Arrays;
import unroll.engine.loss.Loss;
import unroll.engine.random.RowStreams;

/** Plain double loops: slow, obvious, and the meaning every other backend is tested against. */
public final class ReferenceBackend implements Backend {
    @Override
    public String description() {
        return "Reference · double · plain loops";
    }

    @Override
    public Precision precision() {
        return Precision.DOUBLE;
    }

    @Override
    public int shard() {
        return CpuBackend.SHARD;
    }

    @Override
    public Buffer allocate(int rows, int columns) {
        return new ReferenceCells(new double[rows * columns], 0, rows, columns);
    }

    @Override
    public void write(double[] from, int offset, Buffer x) {
        Shapes.array(from, offset, x);
        ReferenceCells cells = cells(x);
        for (int i = 0; i < x.size(); i++) {
            cells.set(i, from[offset + i]);
        }
    }

    @Override
    public void read(Buffer x, double[] to, int offset) {
        Shapes.array(to, offset, x);
        ReferenceCells cells = cells(x);
        for (int i = 0; i < x.size(); i++) {
            to[offset + i] = cells.get(i);
        }
    }

    @Override
    public void fill(double value, Buffer x) {
        ReferenceCells cells = cells(x);
        for (int i = 0; i < x.size(); i++) {
            cells.set(i, value);
        }
    }

    @Override
    public void copy(Buffer x, Buffer y) {
        Shapes.sameSize(x, y);
        ReferenceCells from = cells(x);
        ReferenceCells to = cells(y);
        for (int i = 0; i < x.size(); i++) {
            to.set(i, from.get(i));
        }
    }

    @Override
    public void addScaled(double alpha, Buffer x, Buffer y) {
        Shapes.sameSize(x, y);
        ReferenceCells from = cells(x);
        ReferenceCells to = cells(y);
        for (int i = 0; i < x.size(); i++) {
            to.set(i, to.get(i) + alpha * from.get(i));
        }
    }

    @Override
    public void scale(double alpha, Buffer x) {
        ReferenceCells cells = cells(x);
        for (int i = 0; i < x.size(); i++) {
            cells.set(i, alpha * cells.get(i));
        }
    }

    @Override
    public double dot(Buffer x, Buffer y) {
        Shapes.sameSize(x, y);
        ReferenceCells left = cells(x);
        ReferenceCells right = cells(y);
        double sum = 0;
        for (int i = 0; i < x.size(); i++) {
            sum += left.get(i) * right.get(i);
        }
        return sum;
    }

    @Override
    public void product(Buffer a, boolean transposeA, Buffer b, boolean transposeB, double beta, Buffer c) {
        Shapes.product(a, transposeA, b, transposeB, c);
        ReferenceCells left = cells(a);
        ReferenceCells right = cells(b);
        ReferenceCells out = cells(c);
        int inner = transposeA ? a.rows() : a.columns();
        for (int i = 0; i < c.rows(); i++) {
            for (int j = 0; j < c.columns(); j++) {
                double sum = 0;
                for (int k = 0; k < inner; k++) {
                    double x = transposeA ? left.get(k, i) : left.get(i, k);
                    double y = transposeB ? right.get(j, k) : right.get(k, j);
                    sum += x * y;
                }
                out.set(i, j, sum + old(beta, out.get(i, j)));
            }
        }
    }

    @Override
    public void transpose(Buffer x, Buffer y) {
        Shapes.transposed(x, y);
        for (int i = 0; i < x.rows(); i++) {
            for (int j = 0; j < x.columns(); j++) {
                cells(y).set(j, i, cells(x).get(i, j));
            }
        }
    }

    @Override
    public void activate(Activation f, Buffer u, Buffer h) {
        Shapes.same(u, h);
        ReferenceCells in = cells(u);
        ReferenceCells out = cells(h);
        for (int i = 0; i < h.size(); i++) {
            out.set(i, f.value(in.get(i)));
        }
    }

    @Override
    public void timesSlope(Activation f, Buffer h, Buffer x, double beta, Buffer out) {
        Shapes.same(h, x);
        Shapes.same(h, out);
        ReferenceCells value = cells(h);
        ReferenceCells factor = cells(x);
        ReferenceCells to = cells(out);
        for (int i = 0; i < h.size(); i++) {
            to.set(i, f.slope(value.get(i)) * factor.get(i) + old(beta, to.get(i)));
        }
    }

    @Override
    public void times(double alpha, Buffer a, Buffer b, double beta, Buffer out) {
        Shapes.same(a, b);
        Shapes.same(a, out);
        ReferenceCells left = cells(a);
        ReferenceCells right = cells(b);
        ReferenceCells to = cells(out);
        for (int i = 0; i < out.size(); i++) {
            to.set(i, alpha * left.get(i) * right.get(i) + old(beta, to.get(i)));
        }
    }

    @Override
    public void overRoot(double alpha, Buffer x, Buffer s, double epsilon, double beta, Buffer out) {
        Shapes.same(x, s);
        Shapes.same(x, out);
        ReferenceCells above = cells(x);
        ReferenceCells square = cells(s);
        ReferenceCells to = cells(out);
        for (int i = 0; i < out.size(); i++) {
            to.set(i, alpha * above.get(i) / (Math.sqrt(square.get(i)) + epsilon) + old(beta, to.get(i)));
        }
    }

    @Override
    public void gather(Buffer codes, Buffer table, double beta, Buffer out) {
        Shapes.coded(codes, table, out);
        ReferenceCells to = cells(out);
        for (int r = 0; r < out.rows(); r++) {
            int code = Shapes.code(cells(codes).get(r), table);
            for (int j = 0; j < out.columns(); j++) {
                to.set(r, j, cells(table).get(code, j) + old(beta, to.get(r, j)));
            }
        }
    }

    @Override
    public void scatter(Buffer codes, Buffer rows, Buffer table) {
        Shapes.coded(codes, table, rows);
        ReferenceCells to = cells(table);
        for (int r = 0; r < rows.rows(); r++) {
            int code = Shapes.code(cells(codes).get(r), table);
            for (int j = 0; j < rows.columns(); j++) {
                to.set(code, j, to.get(code, j) + cells(rows).get(r, j));
            }
        }
    }

    @Override
    public void outputs(Loss loss, Buffer o, Buffer p) {
        Shapes.same(o, p);
        ReferenceCells in = cells(o);
        ReferenceCells out = cells(p);
        for (int r = 0; r < o.rows(); r++) {
            double[] units = loss.outputs(in.row(r));
            for (int j = 0; j < units.length; j++) {
                out.set(r, j, units[j]);
            }
        }
    }

    @Override
    public double loss(Loss loss, Buffer o, Buffer y, Buffer weight, double scale, Buffer gradient) {
        Shapes.same(o, y);
        Shapes.same(o, gradient);
        Shapes.column(weight, o);
        ReferenceCells in = cells(o);
        ReferenceCells target = cells(y);
        ReferenceCells out = cells(gradient);
        double sum = 0;
        for (int r = 0; r < o.rows(); r++) {
            double w = cells(weight).get(r);
            double[] p = loss.outputs(in.row(r));
            for (int j = 0; j < p.length; j++) {
                out.set(r, j, w == 0 ? 0 : scale * w * (p[j] - target.get(r, j)));
            }
            sum += w == 0 ? 0 : w * loss.value(in.row(r), target.row(r));
        }
        return sum;
    }

    @Override
    public void lossCurvature(Loss loss, Buffer o, Buffer weight, Buffer ro, double scale, Buffer out) {
        Shapes.same(o, ro);
        Shapes.same(o, out);
        Shapes.column(weight, o);
        for (int r = 0; r < o.rows(); r++) {
            double w = cells(weight).get(r);
            double[] hv = loss.curvature(cells(o).row(r), cells(ro).row(r));
            for (int j = 0; j < hv.length; j++) {
                cells(out).set(r, j, w == 0 ? 0 : scale * w * hv[j]);
            }
        }
    }

    private static double old(double beta, double value) {
        return beta == 0 ? 0 : beta * value;
    }

    @Override
    public void bernoulli(Buffer p, RowStreams streams, Buffer x) {
        Shapes.same(p, x);
        ReferenceCells chance = cells(p);
        ReferenceCells to = cells(x);
        int width = x.columns();
        for (int i = 0; i < x.size(); i++) {
            streams.row(i / width);
            double u = RowStreams.uniform(streams.base(), streams.gap(), i % width);
            to.set(i, Double.isNaN(chance.get(i)) ? Double.NaN : u < chance.get(i) ? 1 : 0);
        }
    }

    @Override
    public void gaussian(Buffer mean, RowStreams streams, Buffer x) {
        Shapes.same(mean, x);
        ReferenceCells centre = cells(mean);
        ReferenceCells to = cells(x);
        int width = x.columns();
        for (int i = 0; i < x.size(); i++) {
            streams.row(i / width);
            to.set(i, centre.get(i) + RowStreams.gaussian(streams.base(), streams.gap(), i % width));
        }
    }

    private static ReferenceCells cells(Buffer buffer) {
        if (buffer instanceof ReferenceCells cells) {
            return cells;
        }
        throw new IllegalArgumentException(
                "a buffer of another backend: " + buffer.getClass().getSimpleName());
    }

    private record ReferenceCells(double[] array, int offset, int rows, int columns) implements Buffer {
        @Override
        public Buffer window(int from, int windowRows, int windowColumns) {
            Shapes.window(this, from, windowRows, windowColumns);
            return new ReferenceCells(array, offset + from, windowRows, windowColumns);
        }

        double get(int i) {
            return array[offset + i];
        }

        double get(int i, int j) {
            return array[offset + i * columns + j];
        }

        void set(int i, double value) {
            array[offset + i] = value;
        }

        void set(int i, int j, double value) {
            array[offset + i * columns + j] = value;
        }

        double[] row(int i) {
            return Arrays.copyOfRange(array, offset + i * columns, offset + (i + 1) * columns);
        }
    }
}
