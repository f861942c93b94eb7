package unroll.bench;

import java.io.PrintStream;
import java.util.Locale;
import org.openjdk.jmh.runner.RunnerException;

/** Prints updates a second of Boltzmann machines, as a share of the machine's own large products in the same run. */
final class DivergenceTable {
    private static final PrintStream OUT = System.out;

    private DivergenceTable() {}

    public static void main(String[] args) throws RunnerException {
        double peak = Measurement.peak();
        OUT.printf(Locale.ROOT, "%nLarge product on %d cores: %.0f GFLOP/s%n%n", Measurement.CORES, peak);
        OUT.println("| machine | sweeps | rows | ms | updates/s | GFLOP/s | of the large product |");
        OUT.println("|---|---|---|---|---|---|---|");
        for (Machine machine : Machine.values()) {
            double time =
                    Measurement.median(Measurement.options("DivergenceGradient").param("machine", machine.name()));
            double rate = machine.operations() / (time * 1e3);
            OUT.printf(
                    Locale.ROOT,
                    "| %s | %d | %d | %.1f | %.0f | %.0f | %.0f %% |%n",
                    machine,
                    machine.sweeps,
                    machine.steps * machine.sequences,
                    time / 1e3,
                    1e6 / time,
                    rate,
                    100 * rate / peak);
        }
    }
}
