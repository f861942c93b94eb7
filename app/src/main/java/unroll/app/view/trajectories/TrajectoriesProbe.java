package unroll.app.view.trajectories;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import unroll.engine.analysis.PrincipalAxes;
import unroll.engine.probe.Probe;
import unroll.engine.probe.Replica;

/** Asks for the ways of the hidden state; the axes are those of the first answer, and stay until another probe asks. */
public final class TrajectoriesProbe implements Probe<Trajectories> {
    private final int sequences;
    private @Nullable PrincipalAxes axes;
    private long axesOf;
    private double reach;

    /** @param sequences how many test sequences */
    public TrajectoriesProbe(int sequences) {
        this.sequences = sequences;
    }

    @Override
    public Trajectories answer(Replica replica) {
        List<double[][]> states = new ArrayList<>();
        for (int i = 0; i < sequences; i++) {
            double[][] steps = doubles(replica.hidden(i));
            if (!finite(steps)) {
                return new Trajectories(replica.update(), axesOf, new double[2], Math.max(reach, 1e-9), List.of());
            }
            states.add(steps);
        }
        PrincipalAxes frozen = axes;
        if (frozen == null) {
            frozen = PrincipalAxes.of(states.stream().flatMap(Arrays::stream).toArray(double[][]::new), 2);
            axes = frozen;
            axesOf = replica.update();
        }
        List<Trajectories.Way> ways = new ArrayList<>();
        for (double[][] steps : states) {
            ways.add(way(frozen, steps));
        }
        if (reach == 0) {
            reach = ways.stream()
                    .flatMapToDouble(way ->
                            Arrays.stream(new double[][] {way.x(), way.y()}).flatMapToDouble(Arrays::stream))
                    .map(Math::abs)
                    .max()
                    .orElse(0);
            reach = Math.max(reach, 1e-9);
        }
        return new Trajectories(replica.update(), axesOf, Arrays.copyOf(frozen.shares(), 2), reach, ways);
    }

    /** A network of one hidden unit has one axis. */
    private static Trajectories.Way way(PrincipalAxes axes, double[][] steps) {
        double[] x = new double[steps.length];
        double[] y = new double[steps.length];
        for (int t = 0; t < steps.length; t++) {
            double[] along = axes.along(steps[t]);
            x[t] = along[0];
            y[t] = along.length > 1 ? along[1] : 0;
        }
        return new Trajectories.Way(x, y);
    }

    private static double[][] doubles(float[][] rows) {
        double[][] doubles = new double[rows.length][];
        for (int t = 0; t < rows.length; t++) {
            doubles[t] = new double[rows[t].length];
            for (int i = 0; i < rows[t].length; i++) {
                doubles[t][i] = rows[t][i];
            }
        }
        return doubles;
    }

    private static boolean finite(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
    }
}
