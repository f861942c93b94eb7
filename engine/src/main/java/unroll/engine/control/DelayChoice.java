package unroll.engine.control;

import java.util.Arrays;
import unroll.engine.graph.HostFunction;

/** One of several rows beside each other: {@code y = x_k} of {@code [x_a ... x_b given]}, where the {@link GivenRow} says which k. */
final class DelayChoice implements HostFunction {
    private final int shortest;
    private final int choices;
    private final GivenRow given;

    /** Of states seen {@code shortest} to {@code longest} steps late. */
    DelayChoice(GivenRow given, int shortest, int longest) {
        this.given = given;
        this.shortest = shortest;
        choices = longest - shortest + 1;
    }

    @Override
    public int inputs() {
        return choices * given.n() + given.width();
    }

    @Override
    public int outputs() {
        return given.n();
    }

    private int chosen(double[] x) {
        double delay = x[choices * given.n() + given.delay()];
        return given.n() * Math.clamp(Math.round(delay) - shortest, 0, choices - 1);
    }

    @Override
    public void value(double[] x, double[] y) {
        System.arraycopy(x, chosen(x), y, 0, y.length);
    }

    @Override
    public void tangent(double[] x, double[] rx, double[] ry) {
        System.arraycopy(rx, chosen(x), ry, 0, ry.length);
    }

    @Override
    public void adjoint(double[] x, double[] ay, double[] ax) {
        Arrays.fill(ax, 0);
        System.arraycopy(ay, 0, ax, chosen(x), ay.length);
    }
}
