package unroll.engine.sweep;

import java.util.List;
import java.util.Optional;
import unroll.engine.file.ProgramFolder;

/** The sweeps of the folder {@code sweeps}, which come with the program; the quickest first. */
public final class SampleSweeps {
    private static final ProgramFolder FILES = new ProgramFolder(SampleSweeps.class, "samples");
    private static final List<String> NAMES =
            List.of("tiny", "control", "pathological", "no-structural-damping", "momentum");

    private SampleSweeps() {}

    /** What they are called on the command line. */
    public static List<String> names() {
        return NAMES;
    }

    /** All of them. */
    public static List<Sweep> all() {
        return NAMES.stream().map(SampleSweeps::read).toList();
    }

    /** The one of that name; empty where there is none. */
    public static Optional<Sweep> named(String name) {
        return NAMES.stream().filter(name::equals).findFirst().map(SampleSweeps::read);
    }

    private static Sweep read(String name) {
        return Sweep.parse(FILES.read(name + ".json"), name);
    }
}
