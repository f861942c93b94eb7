package unroll.app.gallery;

import java.nio.file.Path;
import java.util.Optional;
import unroll.engine.sweep.Sweep;

/**
 * A sweep as it is offered.
 *
 * @param folder where it is kept, or will be
 * @param sample what to begin with; absent where it was begun
 * @param title what it is called
 * @param line what is asked, in one line
 * @param standing "18 runs", "5 of 18 runs over"
 */
public record SweepItem(Path folder, Optional<Sweep> sample, String title, String line, String standing) {}
