package unroll.engine.optim;

import java.util.List;

/** By which rule conjugate gradients stop before they have made the most iterations allowed. */
public enum CgStop {
    /** Where the quadratic falls by little: {@link RelativeProgress}. */
    PROGRESS,
    /** Where the true loss rises again: {@link LossReduction}. */
    LOSS,
    /** By whichever comes first. */
    EITHER;

    List<StopRule> rules(double tolerance, Landscape landscape) {
        return switch (this) {
            case PROGRESS -> List.of(new RelativeProgress(tolerance));
            case LOSS -> List.of(new LossReduction(landscape));
            case EITHER -> List.of(new RelativeProgress(tolerance), new LossReduction(landscape));
        };
    }
}
