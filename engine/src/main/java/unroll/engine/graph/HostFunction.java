package unroll.engine.graph;

/**
 * A function of n numbers with m results, {@code y = f(x)}, and its derivatives, computed in double by the processor. It is applied to
 * one sequence at one time step; whatever it returns must follow from {@code x} alone.
 *
 * <p>All arrays are the caller's: those that are read are not to be changed, the last one is to be overwritten as a whole. A function
 * may keep working memory, so it belongs to one {@link HostOperation}, which is used by one thread at a time.
 */
public interface HostFunction {
    /** Numbers that it takes, n. */
    int inputs();

    /** Its results, m. */
    int outputs();

    /** {@code y = f(x)}. */
    void value(double[] x, double[] y);

    /** {@code ry = J(x) rx}, J being the m x n matrix of derivatives. */
    void tangent(double[] x, double[] rx, double[] ry);

    /** {@code ax = J(x)' ay}. */
    void adjoint(double[] x, double[] ay, double[] ax);
}
