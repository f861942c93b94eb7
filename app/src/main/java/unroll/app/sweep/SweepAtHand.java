package unroll.app.sweep;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import unroll.engine.record.RunFolder;
import unroll.engine.sweep.Sweep;
import unroll.engine.sweep.SweepCell;
import unroll.engine.sweep.SweepFolder;
import unroll.engine.sweep.SweepQueue;
import unroll.engine.sweep.SweepSnapshot;

/**
 * A sweep that was read and checked, so that it can be shown and run.
 *
 * @param sweep what is asked
 * @param cells its runs
 * @param folder where they are kept
 * @param resting where they stood when it was read
 */
public record SweepAtHand(Sweep sweep, List<SweepCell> cells, SweepFolder folder, SweepSnapshot resting) {
    public SweepAtHand {
        cells = List.copyOf(cells);
    }

    /**
     * Reads where a sweep stands; takes a moment, so on a thread that may wait.
     *
     * @throws RuntimeException with a sentence where the sweep cannot be, or its results cannot be read
     */
    public static SweepAtHand of(Sweep sweep, SweepFolder folder) {
        List<SweepCell> cells = sweep.cells();
        return new SweepAtHand(sweep, cells, folder, SweepQueue.resting(cells, folder));
    }

    RunFolder run(SweepCell cell) {
        return folder.run(cell);
    }

    /** The run of this sweep that is kept in a folder. */
    Optional<SweepCell> kept(Path run) {
        Path wanted = run.toAbsolutePath().normalize();
        return cells.stream().filter(cell -> run(cell).path().equals(wanted)).findFirst();
    }
}
