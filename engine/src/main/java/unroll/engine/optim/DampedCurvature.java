package unroll.engine.optim;

/**
 * {@code B = G + tikhonov I + structural G_S}: the Gauss-Newton matrix with two kinds of damping (thesis sec. 4.2.3).
 *
 * @param tikhonov lambda, at least 0
 * @param structural lambda mu, at least 0
 */
record DampedCurvature(Landscape landscape, double tikhonov, double structural) implements LinearOperator {
    DampedCurvature {
        if (!(tikhonov >= 0 && structural >= 0)) {
            throw new IllegalArgumentException("damping is at least 0, not " + tikhonov + " and " + structural);
        }
    }

    @Override
    public void apply(double[] v, double[] bv) {
        landscape.curvature(v, structural, bv); // G v + lambda mu G_S v
        Vectors.addScaled(tikhonov, v, bv); // + lambda v
    }
}
