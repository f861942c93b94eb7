package unroll.engine.objective;

import unroll.engine.backend.Buffer;

/** A drawn batch, or a part of it, as a landscape over the parameters: everywhere there is a gradient, and often more. */
public interface Surface {
    /** Sequences that it is the mean over; 1 where it is not made of any. */
    default int sequences() {
        return 1;
    }

    /**
     * The gradient at {@code theta}.
     *
     * @param gradient overwritten
     * @return the loss there, as {@link #loss} gives it; where that is absent, what stands for it on a curve
     */
    double gradient(Buffer theta, Buffer gradient);

    /** The surface itself, where its gradient says how it falls. */
    default Capability<Surface> slope() {
        return new Capability.Present<>(this);
    }

    /** The function that the gradient belongs to. */
    Capability<LossFunction> loss();

    /** Its curvature. */
    Capability<GaussNewton> curvature();

    /**
     * The regression whose solution is the best read-out.
     *
     * @param washOut steps at the beginning of each sequence that it leaves out
     */
    default Capability<Regression> regression(int washOut) {
        return new Capability.Absent<>("it has no linear read-out", "model");
    }
}
