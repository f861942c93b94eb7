package unroll.app.training;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import unroll.app.control.Numbers;
import unroll.app.control.Status;
import unroll.engine.optim.Reading;
import unroll.engine.record.BaselineScores;
import unroll.engine.run.Snapshot;
import unroll.engine.run.State;
import unroll.engine.run.Trainer;

/** Words the news of a run for the status line. */
final class Narrator {
    private static final String DOT = " \u00b7 ";

    /** Numbers stand so long at least that they can be read. */
    private static final Duration REST = Duration.ofMillis(500);

    /** The first readings of an optimiser matter most; more would not fit in the line. */
    private static final int READINGS = 3;

    private final StatusModel status;
    private final InstantSource clock;
    private String unit = "";
    private long savedAt;
    private boolean unsaved;
    private State state = State.CLOSED;
    private Instant written = Instant.EPOCH;
    private Runnable waiting = () -> {};

    Narrator(StatusModel status, InstantSource clock) {
        this.status = status;
        this.clock = clock;
    }

    /** Shows what holds for the whole of another run. */
    void begin(Trainer trainer) {
        state = State.CLOSED;
        waiting = () -> {};
        unit = trainer.metrics().getFirst().unit();
        Status before = status.status.get();
        status.status.set(new Status("", unit, "", before.progress(), before.time(), "", "", before.saved()));
        String backend = trainer.backend();
        status.backend.set(backend.substring(0, backend.indexOf(DOT)));
        status.backendDetail.set(backend);
        status.deviceMemory.set("");
        status.speed.set(threads(trainer));
    }

    private static String threads(Trainer trainer) {
        int threads = trainer.experiment().backend().threadCount();
        return threads == 1 ? "1 thread" : threads + " threads";
    }

    /** Shows where the run stands: at once where its state changed, else when the numbers before could be read. */
    void show(Trainer trainer, Snapshot snapshot, List<BaselineScores> baselines) {
        Runnable words = () -> write(trainer, snapshot, baselines);
        boolean atOnce = snapshot.state() != state || snapshot.state() != State.RUNNING;
        boolean rested = !clock.instant().isBefore(written.plus(REST));
        state = snapshot.state();
        if (atOnce || rested) {
            words.run();
        } else {
            waiting = words;
        }
    }

    /** Shows what had to wait, and renews how long ago the run was saved. */
    void tick() {
        waiting.run();
        status.status.set(status.status.get().savedWhen(whenSaved()));
    }

    private void write(Trainer trainer, Snapshot snapshot, List<BaselineScores> baselines) {
        waiting = () -> {};
        written = clock.instant();
        savedAt = snapshot.savedAt();
        unsaved = snapshot.unsaved();
        status.status.set(status(snapshot, baselines));
        status.deviceMemory.set(snapshot.memory()
                .map(memory -> "card " + Numbers.bytes((double) memory.taken()) + " of "
                        + Numbers.bytes((double) memory.total()))
                .orElse(""));
        double speed = snapshot.sequencesPerSecond();
        status.speed.set(speed > 0 ? Numbers.whole(Math.round(speed)) + " seq/s" : threads(trainer));
    }

    private Status status(Snapshot snapshot, List<BaselineScores> baselines) {
        int tests = snapshot.curves().tests();
        String left = snapshot.left().map(d -> DOT + Numbers.time(d) + " left").orElse("");
        return new Status(
                tests == 0 ? "" : "test " + Numbers.measured(snapshot.curves().test(tests - 1, 0)),
                unit,
                toBeBeaten(baselines),
                Numbers.whole(snapshot.update()) + " of " + Numbers.whole(snapshot.updates()) + " updates",
                snapshot.elapsed().toMillis() == 0 ? "" : Numbers.time(snapshot.elapsed()) + left,
                snapshot.readings().stream().limit(READINGS).map(Reading::brief).collect(Collectors.joining(DOT)),
                "",
                whenSaved());
    }

    private static String toBeBeaten(List<BaselineScores> baselines) {
        return baselines.isEmpty()
                ? ""
                : baselines.stream()
                        .map(baseline -> baseline.name() + " " + Numbers.measured(baseline.scores()[0]))
                        .collect(Collectors.joining(DOT, "to be beaten: ", ""));
    }

    private String whenSaved() {
        if (unsaved) {
            return "not saved";
        }
        return savedAt == 0
                ? ""
                : "saved " + Numbers.ago(Duration.between(Instant.ofEpochMilli(savedAt), clock.instant()));
    }
}
