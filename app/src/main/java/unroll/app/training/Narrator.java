package unroll.app.training;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import unroll.app.control.Numbers;
import unroll.engine.optim.Reading;
import unroll.engine.record.BaselineScores;
import unroll.engine.run.Snapshot;
import unroll.engine.run.State;
import unroll.engine.run.Trainer;
import unroll.engine.sequence.Metric;

/** Puts what a trainer told into the words of the status line. */
final class Narrator {
    private static final String DOT = " \u00b7 ";

    /** Numbers rest so long, that they can be read. */
    private static final Duration REST = Duration.ofMillis(500);

    /** An optimiser tells first what matters most; more would not fit in the line. */
    private static final int READINGS = 3;

    private final StatusModel status;
    private final InstantSource clock;
    private long savedAt;
    private State told = State.CLOSED;
    private Instant written = Instant.EPOCH;
    private Runnable waiting = () -> {};

    Narrator(StatusModel status, InstantSource clock) {
        this.status = status;
        this.clock = clock;
    }

    /** Says what holds for the whole run. */
    void introduce(Trainer trainer) {
        told = State.CLOSED;
        waiting = () -> {};
        Metric metric = trainer.metrics().getFirst();
        status.unitProperty().set(metric.unit());
        String backend = trainer.backend();
        status.backendProperty().set(backend.substring(0, backend.indexOf(" \u00b7 ")));
        status.backendDetailProperty().set(backend);
        status.baselinesProperty().set("");
        status.headlineProperty().set("");
        status.optimiserProperty().set("");
        status.deviceMemoryProperty().set("");
        status.speedProperty().set(threads(trainer));
    }

    private static String threads(Trainer trainer) {
        int threads = trainer.experiment().backend().threadCount();
        return threads == 1 ? "1 thread" : threads + " threads";
    }

    /** Says where the run stands: at once where its state changed, else when the numbers said last have been read. */
    void tell(Trainer trainer, Snapshot snapshot, List<BaselineScores> baselines) {
        Runnable words = () -> write(trainer, snapshot, baselines);
        boolean atOnce = snapshot.state() != told || snapshot.state() != State.RUNNING;
        boolean rested = !clock.instant().isBefore(written.plus(REST));
        told = snapshot.state();
        if (atOnce || rested) {
            words.run();
        } else {
            waiting = words;
        }
    }

    /** Says what waited to be said, and anew how long ago the run was saved. */
    void tick() {
        waiting.run();
        sayWhenSaved();
    }

    private void write(Trainer trainer, Snapshot snapshot, List<BaselineScores> baselines) {
        waiting = () -> {};
        written = clock.instant();
        int tests = snapshot.curves().tests();
        if (tests > 0) {
            status.headlineProperty()
                    .set("test " + Numbers.measured(snapshot.curves().test(tests - 1, 0)));
        }
        status.baselinesProperty()
                .set(baselines.stream()
                        .map(baseline -> baseline.name() + " " + Numbers.measured(baseline.scores()[0]))
                        .collect(Collectors.joining(DOT)));
        status.progressProperty()
                .set(Numbers.whole(snapshot.update()) + " of " + Numbers.whole(snapshot.updates()) + " updates");
        String left = snapshot.left().map(d -> DOT + Numbers.time(d) + " left").orElse("");
        status.timeProperty().set(snapshot.elapsed().toMillis() == 0 ? "" : Numbers.time(snapshot.elapsed()) + left);
        status.optimiserProperty()
                .set(snapshot.readings().stream()
                        .limit(READINGS)
                        .map(Reading::brief)
                        .collect(Collectors.joining(DOT)));
        status.deviceMemoryProperty()
                .set(snapshot.memory()
                        .map(memory -> "card " + Numbers.bytes((double) memory.taken()) + " of "
                                + Numbers.bytes((double) memory.total()))
                        .orElse(""));
        double speed = snapshot.sequencesPerSecond();
        status.speedProperty().set(speed > 0 ? Numbers.whole(Math.round(speed)) + " seq/s" : threads(trainer));
        savedAt = snapshot.savedAt();
        sayWhenSaved();
    }

    private void sayWhenSaved() {
        status.savedProperty()
                .set(
                        savedAt == 0
                                ? ""
                                : "saved "
                                        + Numbers.ago(
                                                Duration.between(Instant.ofEpochMilli(savedAt), clock.instant())));
    }
}
