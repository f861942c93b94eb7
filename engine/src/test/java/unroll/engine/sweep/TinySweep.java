package unroll.engine.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;

/** Sweeps whose runs take a moment, and tables without the time they took. */
final class TinySweep {
    /** Two lengths, two methods that count differently, two seeds; all are solved. */
    static final String SOLVED = document("""
        {"axis": "T", "set": "task.delay", "values": [2, 4]},
        {"axis": "method", "set": "optimiser", "values": [
          {"kind": "momentum", "learningRate": 0.05},
          {"label": "HF", "value": {"kind": "hessian-free", "curvatureSequences": 4, "cgIterations": 20}}]},
        {"axis": "seed", "set": ["seeds.data", "seeds.initialisation"], "values": [1, 2]}
        """, "{}");

    private TinySweep() {}

    /** A sweep over memorisation of one symbol of two. */
    static String document(String axes, String stop) {
        return """
            {
              "name": "tiny",
              "base": {
                "task": {"kind": "memorisation", "symbols": 2, "length": 1, "delay": 3},
                "model": {"kind": "rnn", "hidden": 8},
                "optimiser": {"kind": "momentum", "learningRate": 0.05},
                "training": {"batch": 8, "updates": 600, "testSequences": 20, "testEvery": 5},
                "backend": {"precision": "double"}
              },
              "axes": [%s],
              "stop": %s
            }
            """.formatted(axes, stop);
    }

    static Sweep sweep(String document) {
        return Sweep.parse(document, "tiny.json");
    }

    /** Runs a sweep to its end, or until {@code listener} closes the queue. */
    static SweepSnapshot run(
            Sweep sweep, Path folder, int jobs, int cores, BiConsumer<SweepQueue, SweepSnapshot> listener) {
        List<SweepQueue> self = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(jobs)) {
            SweepQueue queue =
                    new SweepQueue(sweep, sweep.cells(), new SweepFolder(folder), jobs, cores, executor, snapshot -> {
                        synchronized (self) {
                            if (!self.isEmpty()) {
                                listener.accept(self.getFirst(), snapshot);
                            }
                        }
                    });
            synchronized (self) {
                self.add(queue);
            }
            queue.start();
            queue.await();
            return queue.snapshot();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static SweepSnapshot run(Sweep sweep, Path folder, int jobs) {
        return run(sweep, folder, jobs, jobs, (queue, snapshot) -> {});
    }

    static List<CellResult> results(SweepSnapshot snapshot) {
        return snapshot.runs().stream()
                .map(run -> ((CellProgress.Over) run.progress()).result())
                .toList();
    }

    /** The rows of results.csv without the column of seconds. */
    static List<String> table(Path folder) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("results.csv"));
        int seconds = List.of(lines.getFirst().split(",", -1)).indexOf("seconds");
        return lines.stream()
                .map(line -> {
                    List<String> cells = new ArrayList<>(List.of(line.split(",", -1)));
                    cells.remove(seconds);
                    return String.join(",", cells);
                })
                .toList();
    }

    /** The column of a table, from the row of the first run on. */
    static List<String> column(Path folder, String name) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("results.csv"));
        int column = List.of(lines.getFirst().split(",", -1)).indexOf(name);
        return lines.stream().skip(1).map(line -> line.split(",", -1)[column]).toList();
    }
}
