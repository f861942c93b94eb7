package unroll.engine.task;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import unroll.engine.baseline.LinearAutoregression;
import unroll.engine.loss.Loss;
import unroll.engine.motion.Motion;
import unroll.engine.motion.MotionCode;
import unroll.engine.motion.MotionSet;
import unroll.engine.series.Series;
import unroll.engine.series.SeriesCode;
import unroll.engine.series.SeriesSplit;

/** The rows of motions as series, standardised by the training part, and the task to predict the next one. */
final class MotionRows {
    private final Path source;
    private final MotionSet motions;
    private final MotionCode code;
    private final SeriesSplit split;

    private MotionRows(Path source, MotionSet motions, Optional<SeriesCode> learned) {
        this.source = source;
        this.motions = motions;
        code = MotionCode.of(Stream.concat(motions.training().stream(), motions.test().stream())
                .toList());
        SeriesSplit rows =
                new SeriesSplit(series(motions.training()), series(motions.test()), code.names(), motions.understood());
        split = learned.map(rows::as).orElseGet(rows::standardised);
    }

    /** @param source where they are from, for messages */
    MotionRows(Path source, MotionSet motions) {
        this(source, motions, Optional.empty());
    }

    /** The same for a network that learned from motions before: in the units that it has. */
    MotionRows as(SeriesCode learned) {
        return new MotionRows(source, motions, Optional.of(learned));
    }

    private List<Series> series(List<Motion> parts) {
        return parts.stream()
                .map(motion -> Series.ofRows(source, code.encode(motion)))
                .toList();
    }

    /** Steps of the longest window that both parts hold. */
    int longest() {
        return Windows.longest(split, 1);
    }

    /**
     * The task with windows of so many steps.
     *
     * @throws unroll.engine.data.DataException where a part does not hold one
     */
    Task task(int window) {
        Windows.requireOne(source, split, window, 1);
        return new NextRowTask(
                split,
                window,
                0,
                1,
                List.of(),
                () -> List.of(new LinearAutoregression(1, Loss.SQUARED), new LinearAutoregression(2, Loss.SQUARED)),
                new Appearance.StickFigure(
                        code,
                        NextRowTask.named(split),
                        motions.training().getFirst().frameTime()));
    }
}
