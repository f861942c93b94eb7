package unroll.bench;

import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** How all tables measure: JMH samples in a fork of its own, of which the median counts. */
final class Measurement {
    static final int CORES = Runtime.getRuntime().availableProcessors();

    private Measurement() {}

    /** GFLOP/s of large products on all cores at once. */
    static double peak() throws RunnerException {
        double size = LargeProduct.SIZE;
        return 2 * size * size * size * CORES / (median(options("LargeProduct").threads(CORES)) * 1e3);
    }

    static ChainedOptionsBuilder options(String benchmark) {
        return new OptionsBuilder()
                .include(benchmark)
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(3)
                .measurementTime(TimeValue.seconds(1))
                .verbosity(VerboseMode.SILENT)
                .jvmArgs("--enable-native-access=ALL-UNNAMED", "-XX:+UseParallelGC");
    }

    static Collection<RunResult> run(ChainedOptionsBuilder options) throws RunnerException {
        return new Runner(options.build()).run();
    }

    /** Microseconds of the only benchmark. */
    static double median(ChainedOptionsBuilder options) throws RunnerException {
        return median(run(options).iterator().next());
    }

    /** Microseconds. */
    static double median(RunResult result) {
        return result.getPrimaryResult().getStatistics().getPercentile(50);
    }
}
