package unroll.engine.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import unroll.engine.experiment.Examples;

/** A test that calls the command line as a person in a terminal does, and reads what the last call printed. */
abstract class CommandTest {
    /** What makes the first example so small that it is trained in a moment. */
    private static final List<String> TINY = List.of(
            "task=addition",
            "task.length=10",
            "model.hidden=5",
            "training.batch=20",
            "training.updates=12",
            "training.testSequences=10",
            "training.testEvery=5");

    @TempDir
    Path folder;

    /** The runs whose pictures were asked for, and of the sweeps how many runs each had. */
    final List<Path> runsDrawn = new ArrayList<>();

    final List<Integer> sweepsDrawn = new ArrayList<>();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** Calls the program; its exit code. */
    final int call(Object... arguments) {
        out.reset();
        err.reset();
        return CommandLineInterface.of(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Examples.first(),
                        (trainer, snapshot) -> runsDrawn.add(trainer.folder().path()),
                        (place, report) -> sweepsDrawn.add(report.runs().size()))
                .execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
    }

    /** Trains the tiny experiment with more arguments into a folder of {@code runs}. */
    final int train(Path runs, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("train", "--runs", runs));
        TINY.forEach(setting -> arguments.addAll(List.of("--set", setting)));
        arguments.addAll(List.of(more));
        return call(arguments.toArray());
    }

    final String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    final String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
