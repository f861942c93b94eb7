package unroll.engine.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import unroll.engine.backend.DeviceMemory;
import unroll.engine.optim.Reading;
import unroll.engine.record.Diagnostics;
import unroll.engine.record.InnerLoop;
import unroll.engine.record.TrainingCurves;

/**
 * Where a run stands, as its trainer last reported.
 *
 * @param state what it does
 * @param update updates made
 * @param updates updates to make
 * @param curves the loss curves; they grow on
 * @param inner the inner iterations of the update under way, or of the last one; those of an update that was given up are gone
 * @param diagnostics what the optimiser reported of all updates; they grow on
 * @param readings what the optimiser reported of the last update
 * @param sequencesPerSecond over the last seconds; 0 where unknown
 * @param elapsed training time so far
 * @param left training time to go at that speed; empty where unknown
 * @param memory of the device that computes it; empty where that has no memory of its own
 * @param trouble what people must know: why the state is {@link State#DIVERGED} or {@link State#FAILED}, that the loss exploded, why saving failed
 * @param exploded whether the training loss is far above that of the first network, though its numbers are finite
 * @param history the updates that can be looked back at, ascending
 * @param savedUpdate the update of the newest checkpoint; -1 before the first
 * @param savedAt when it was written, in milliseconds since 1970; 0 before the first
 * @param unsaved whether what was to be saved last could not be
 */
public record Snapshot(
        State state,
        long update,
        long updates,
        TrainingCurves curves,
        InnerLoop inner,
        Diagnostics diagnostics,
        List<Reading> readings,
        double sequencesPerSecond,
        Duration elapsed,
        Optional<Duration> left,
        Optional<DeviceMemory> memory,
        Optional<String> trouble,
        boolean exploded,
        List<Long> history,
        long savedUpdate,
        long savedAt,
        boolean unsaved) {}
