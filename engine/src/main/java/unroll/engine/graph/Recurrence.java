package unroll.engine.graph;

import unroll.engine.backend.Activation;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;

/**
 * The hidden units of the standard RNN over a whole sequence: {@code h_t = f(d_t + W_hh h_t-1)} (thesis eq. 2.32-2.33),
 * with the drive {@code d_t = W_hv v_t + b_h} computed before it for all steps at once and {@code h_0} a parameter.
 *
 * <p>Only {@code W_hh} times one step is sequential; the gradient of {@code W_hh} is one product over all steps.
 */
public final class Recurrence extends Sequence {
    private final Backend backend;
    private final Activation activation;
    private final Sequence drive;
    private final Parameter weight;
    private final Parameter start;

    /** W_hh transposed, made once a sweep: a thin product is faster when neither side is transposed. */
    private final Buffer transposed;

    /** h_0 for every sequence, its directional value and its adjoint: B x H. */
    private final Buffer firstValue;

    private final Buffer firstTangent;
    private final Buffer firstAdjoint;
    private final Buffer ones;

    /** Steps 1 to T-1, and steps 2 to T: what is multiplied over all steps at once. */
    private final Buffer earlierValues;

    private final Buffer laterTangents;
    private final Buffer laterDriveAdjoints;
    private final Buffer[] values;
    private final Buffer[] tangents;
    private final Buffer[] adjoints;
    private final Buffer[] drives;
    private final Buffer[] driveTangents;
    private final Buffer[] driveAdjoints;

    /**
     * @param drive what the units receive from outside, {@code [T][B][H]}; it feeds nothing else
     * @param weight W_hh, H x H
     * @param start h_0, 1 x H
     */
    public Recurrence(Backend backend, Activation activation, Sequence drive, Parameter weight, Parameter start) {
        super(backend, drive.steps(), drive.sequences(), drive.width());
        this.backend = backend;
        this.activation = activation;
        this.drive = drive;
        this.weight = weight;
        this.start = start;
        transposed = backend.allocate(width(), width());
        firstValue = backend.allocate(sequences(), width());
        firstTangent = backend.allocate(sequences(), width());
        firstAdjoint = backend.allocate(sequences(), width());
        ones = backend.allocate(sequences(), 1);
        backend.fill(1, ones);
        int later = (steps() - 1) * sequences();
        earlierValues = value().rows(0, later);
        laterTangents = tangent().rows(sequences(), later);
        laterDriveAdjoints = drive.adjoint().rows(sequences(), later);
        values = perStep(value());
        tangents = perStep(tangent());
        adjoints = perStep(adjoint());
        drives = perStep(drive.value());
        driveTangents = perStep(drive.tangent());
        driveAdjoints = perStep(drive.adjoint());
    }

    @Override
    void forward(int from, int to) {
        if (from == 0) {
            backend.product(ones, false, start.value(), false, 0, firstValue);
            backend.transpose(weight.value(), transposed);
        }
        for (int t = from; t < to; t++) {
            backend.product(before(t, values, firstValue), false, transposed, false, 0, values[t]);
            backend.activate(activation, drives[t], values[t], values[t]);
        }
    }

    @Override
    void push() {
        backend.product(ones, false, start.tangent(), false, 0, firstTangent);
        backend.product(firstValue, false, weight.tangent(), true, 0, tangents[0]);
        if (steps() > 1) { // a product over no steps is none
            backend.product(earlierValues, false, weight.tangent(), true, 0, laterTangents);
        }
        for (int t = 0; t < steps(); t++) {
            backend.product(before(t, tangents, firstTangent), false, transposed, false, 1, tangents[t]);
            backend.addScaled(1, driveTangents[t], tangents[t]);
            backend.timesSlope(activation, values[t], tangents[t], tangents[t]);
        }
    }

    @Override
    void pull(double structural) {
        if (drive.claim() != 0) {
            throw new IllegalStateException("the drive of a recurrence feeds nothing else");
        }
        for (int t = steps() - 1; t >= 0; t--) {
            backend.timesSlope(activation, values[t], adjoints[t], driveAdjoints[t]);
            if (structural != 0) {
                // the matching distance of every activation has the curvature f'(u), and f'(u) Ru is the tangent
                backend.addScaled(structural, tangents[t], driveAdjoints[t]);
            }
            double beta = t == 0 ? 0 : 1;
            backend.product(driveAdjoints[t], false, weight.value(), false, beta, before(t, adjoints, firstAdjoint));
        }
        backend.product(ones, true, firstAdjoint, false, start.claim(), start.adjoint());
        backend.product(driveAdjoints[0], true, firstValue, false, weight.claim(), weight.adjoint());
        if (steps() > 1) {
            backend.product(laterDriveAdjoints, true, earlierValues, false, weight.claim(), weight.adjoint());
        }
    }

    private Buffer[] perStep(Buffer all) {
        Buffer[] parts = new Buffer[steps()];
        for (int t = 0; t < parts.length; t++) {
            parts[t] = all.rows(t * sequences(), sequences());
        }
        return parts;
    }

    private static Buffer before(int t, Buffer[] steps, Buffer first) {
        return t == 0 ? first : steps[t - 1];
    }
}
