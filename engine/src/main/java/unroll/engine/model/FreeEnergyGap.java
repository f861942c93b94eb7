package unroll.engine.model;

import static unroll.engine.graph.Affine.term;

import java.util.List;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.boltzmann.Gibbs;
import unroll.engine.boltzmann.VisibleUnits;
import unroll.engine.graph.Affine;
import unroll.engine.graph.Aside;
import unroll.engine.graph.Combine;
import unroll.engine.graph.Graph;
import unroll.engine.graph.Parameter;
import unroll.engine.graph.Signal;
import unroll.engine.loss.Loss;
import unroll.engine.random.RowStreams;

/**
 * Free energies of data less those of what Gibbs chains make of them, {@code F(v) - F(w)} with {@code F(v) = -b_v'v - sum softplus(W v +
 * b_h)}, or with {@code |v - b_v|^2 / 2} in place of the first term for Gaussian units. With w held fixed its gradient is that of
 * contrastive divergence (thesis sec. 2.7.1), through the biases to whatever they follow from.
 */
final class FreeEnergyGap {
    private final Backend backend;
    private final Graph graph;
    private final Aside drives;
    private final VisibleUnits units;
    private final Gibbs gibbs;
    private final Signal v;
    private final Signal weight;
    private final Signal hiddenBias;
    private final Signal visibleBias;
    private final Signal end;
    private final Signal drive;
    private final Signal driveAtEnd;
    private final Signal hidden;
    private final Signal nothing;
    private final Signal unused;
    private double squaredError;

    /**
     * Adds to a graph what only this reads. It judges the steps that the biases have.
     *
     * @param gibbs draws by the weights W
     * @param v the data {@code [T][B][V]}
     * @param weight with which each row counts {@code [T][B]}
     * @param hiddenBias of every row {@code [T][B][H]}
     * @param visibleBias of every row {@code [T][B][V]}
     */
    FreeEnergyGap(
            Graph graph,
            VisibleUnits units,
            Gibbs gibbs,
            Parameter weights,
            Signal v,
            Signal weight,
            Signal hiddenBias,
            Signal visibleBias) {
        this.graph = graph;
        drives = graph.aside();
        this.units = units;
        this.gibbs = gibbs;
        this.v = v;
        this.weight = weight;
        this.hiddenBias = hiddenBias;
        this.visibleBias = visibleBias;
        backend = graph.backend();
        end = given(visibleBias.width());
        drive = drive(v, weights);
        driveAtEnd = drive(end, weights);
        hidden = given(hiddenBias.width());
        nothing = given(hiddenBias.width());
        unused = given(visibleBias.width());
    }

    private Signal given(int width) {
        return hiddenBias.steps() == graph.steps() ? graph.given(width, false) : graph.start(width, false);
    }

    private Signal drive(Signal x, Parameter weights) {
        Signal u = graph.signal(hiddenBias.width(), hiddenBias.begin(), hiddenBias.end());
        drives.add(new Combine(u, Combine.term(1, hiddenBias)));
        drives.add(Affine.adding(u, term(x, weights)));
        return u;
    }

    /** The signals whose adjoints {@link #value} writes. */
    List<Signal> seeded() {
        return List.of(drive, driveAtEnd, visibleBias);
    }

    /** Where the chains are, {@code [T][B][V]}. */
    Buffer chains() {
        return end.value();
    }

    /**
     * Lets the chains run at those of the steps that it judges.
     *
     * @param onward whether they go on from where they are instead of from the data
     */
    void run(int from, int to, int sweeps, boolean onward, RowStreams streams) {
        int first = first(from);
        int last = last(to);
        if (first < last) {
            Buffer w = end.value(first, last);
            if (!onward) {
                backend.copy(v.value(first, last), w);
            }
            gibbs.sweep(
                    w,
                    hiddenBias.value(first, last),
                    visibleBias.value(first, last),
                    sweeps,
                    hidden.value(first, last),
                    streams,
                    first,
                    graph.sequences());
        }
    }

    /**
     * The gap at those of the steps that it judges, each row times its weight; leaves {@code scale} times its derivative in the adjoints of
     * the seeded signals. The chains have run.
     */
    double value(double scale, int from, int to) {
        squaredError = 0;
        int first = first(from);
        int last = last(to);
        if (first >= last) {
            return 0;
        }
        drives.forward(first, last);
        Buffer rows = weight.value(first, last);
        Buffer zeros = nothing.value(first, last);
        double up =
                backend.loss(Loss.LOGISTIC, drive.value(first, last), zeros, rows, -scale, drive.adjoint(first, last));
        double down = backend.loss(
                Loss.LOGISTIC, driveAtEnd.value(first, last), zeros, rows, scale, driveAtEnd.adjoint(first, last));
        return down - up + visible(scale, rows, first, last);
    }

    /** Of the ends of the chains to the data, each row times its weight, as the last value found it. */
    double squaredError() {
        return squaredError;
    }

    /** What the visible units' biases make of the gap. */
    private double visible(double scale, Buffer rows, int from, int to) {
        Buffer data = v.value(from, to);
        Buffer w = end.value(from, to);
        Buffer bias = visibleBias.value(from, to);
        Buffer adjoint = visibleBias.adjoint(from, to);
        squaredError += 2 * backend.loss(Loss.SQUARED, w, data, rows, scale, adjoint); // scale weight (w - v)
        if (units == VisibleUnits.BINARY) {
            return backend.dot(bias, adjoint) / scale;
        }
        Buffer rest = unused.value(from, to);
        return backend.loss(Loss.SQUARED, data, bias, rows, 0, rest)
                - backend.loss(Loss.SQUARED, w, bias, rows, 0, rest);
    }

    private int first(int from) {
        return Math.max(from, hiddenBias.begin());
    }

    private int last(int to) {
        return Math.min(to, hiddenBias.end());
    }
}
