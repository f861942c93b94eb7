package unroll.bench;

import java.io.PrintStream;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;

/** Prints our gradient beside libtorch's: medians of JMH samples, libtorch at its best thread count and best of forks. */
final class GradientTable {
    private static final PrintStream OUT = System.out;

    private GradientTable() {}

    public static void main(String[] args) throws RunnerException {
        double peak = Measurement.peak();
        OUT.printf(Locale.ROOT, "%nLarge product on %d cores: %.0f GFLOP/s%n", Measurement.CORES, peak);
        for (PeerCell cell : PeerCell.values()) {
            if (args.length == 0 || List.of(args).contains(cell.name())) {
                table(cell, peak);
            }
        }
        double multiplicative = Measurement.median(Measurement.options("MultiplicativeGradient"));
        double rate = MultiplicativeGradient.operations() / (multiplicative * 1e3);
        OUT.printf(
                Locale.ROOT,
                "%nMultiplicative RNN, 350 units, 350 factors, 86 symbols, T 100, B 100: %.2f ms, %.0f GFLOP/s, %.0f"
                        + " %% of the large product%n",
                multiplicative / 1e3,
                rate,
                100 * rate / peak);
    }

    private static void table(PeerCell cell, double peak) throws RunnerException {
        Map<Shape, Double> ours = new EnumMap<>(Shape.class);
        Map<Shape, Double> curvature = new EnumMap<>(Shape.class);
        Map<Shape, Double> theirs = new EnumMap<>(Shape.class);
        Map<Shape, Double> allocated = new EnumMap<>(Shape.class);
        // turn about, so that a noisy minute hits both
        for (int round = 0; round < 2; round++) {
            best(
                    ours,
                    allocated,
                    Measurement.run(options("UnrollGradient.gradient", cell).addProfiler(GCProfiler.class)));
            best(curvature, null, Measurement.run(options("UnrollGradient.curvature", cell)));
            for (int threads = 1; threads <= Measurement.CORES; threads *= 2) {
                best(
                        theirs,
                        null,
                        Measurement.run(options("LibtorchGradient", cell)
                                .jvmArgsAppend(
                                        "-Dai.djl.offline=true",
                                        "-Dai.djl.pytorch.num_threads=" + threads,
                                        "-Dai.djl.pytorch.num_interop_threads=1")));
            }
        }
        print(cell, peak, ours, curvature, theirs, allocated);
    }

    private static ChainedOptionsBuilder options(String benchmark, PeerCell cell) {
        return Measurement.options(benchmark).param("cell", cell.name());
    }

    private static void best(
            Map<Shape, Double> times, @Nullable Map<Shape, Double> allocated, Collection<RunResult> results) {
        for (RunResult result : results) {
            Shape shape = Shape.valueOf(result.getParams().getParam("shape"));
            times.merge(shape, Measurement.median(result), Math::min);
            Result<?> bytes = result.getSecondaryResults().get("gc.alloc.rate.norm");
            if (allocated != null && bytes != null) {
                allocated.merge(shape, bytes.getScore(), Math::min);
            }
        }
    }

    private static void print(
            PeerCell cell,
            double peak,
            Map<Shape, Double> ours,
            Map<Shape, Double> curvature,
            Map<Shape, Double> theirs,
            Map<Shape, Double> allocated) {
        OUT.printf(
                "%n| gradient, %s | Unroll ms | libtorch ms | times as fast | GFLOP/s | of the large product |"
                        + " Gauss-Newton product | bytes allocated |%n",
                cell);
        OUT.println("|---|---|---|---|---|---|---|---|");
        for (Shape shape : Shape.values()) {
            double mine = ours.getOrDefault(shape, Double.NaN);
            double its = theirs.getOrDefault(shape, Double.NaN);
            double rate = shape.operations(cell) / (mine * 1e3);
            OUT.printf(
                    Locale.ROOT,
                    "| %s | %.2f | %.2f | %.2f | %.0f | %.0f %% | %.2f gradients | %.0f |%n",
                    shape.numbers(),
                    mine / 1e3,
                    its / 1e3,
                    its / mine,
                    rate,
                    100 * rate / peak,
                    curvature.getOrDefault(shape, Double.NaN) / mine,
                    allocated.getOrDefault(shape, Double.NaN));
        }
    }
}
