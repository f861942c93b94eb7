package unroll.engine.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import unroll.engine.archive.RunRecord.Whole;
import unroll.engine.record.RunFolder;

/** Runs whose files are written by hand, so that everything about them is known. */
final class HandwrittenRun {
    private static final String HEAD =
            "update,seconds,train,gradient norm,learning rate,momentum,evaluations,test half squared error,test"
                    + " sequences wrong\n";

    private HandwrittenRun() {}

    /** A run with tests every 100 updates from 0 on; each update took a second and asked for two gradients. */
    static Path run(Path runs, String folder, String rate, int seed, double... tests) throws IOException {
        Path run = Files.createDirectories(runs.resolve(folder));
        Files.writeString(run.resolve("experiment.json"), """
            {"name": "%s", "about": "Adds <two> numbers & tells.", "task": {"kind": "addition", "length": 12},
             "model": {"kind": "rnn", "hidden": 16}, "optimiser": {"kind": "nesterov", "learningRate": %s},
             "training": {"updates": 300, "testEvery": 100}, "seeds": {"data": %d, "initialisation": %d, "sampling": %d}}
            """.formatted(folder, rate, seed, seed, seed));
        StringBuilder metrics = new StringBuilder(HEAD);
        for (int i = 0; i < tests.length; i++) {
            for (int update = 100 * i - 99; i > 0 && update <= 100 * i; update++) {
                metrics.append(String.format(Locale.ROOT, "%d,%d,%s,1,0.01,0.9,2,,%n", update, update, tests[i]));
            }
            metrics.append(String.format(Locale.ROOT, "%d,%d,,,,,,%s,50%n", 100 * i, 100 * i, tests[i]));
        }
        Files.writeString(run.resolve("metrics.csv"), metrics);
        return run;
    }

    static Whole read(Path run) {
        return (Whole) new Archive(run.resolveSibling("runs")).read(RunFolder.at(run));
    }
}
