package unroll.app.training;

import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.animation.AnimationTimer;
import unroll.app.view.Cues;
import unroll.app.view.Playhead;

/** Lets the time step run on by the clock while somebody wants to see it; at rest no timer runs. */
final class StepAnimation {
    private final Cues cues;
    private final LongSupplier nanos;
    private final AnimationTimer pulses;
    private boolean seen;

    /** Whether it is this that moves the time step at present. */
    private boolean moving;

    /** @param nanos the clock */
    StepAnimation(Cues cues, LongSupplier nanos) {
        this.cues = cues;
        this.nanos = nanos;
        pulses = new AnimationTimer() {
            @Override
            public void handle(long now) {
                pulse();
            }
        };
        cues.playingProperty().subscribe(now -> begin());
        cues.timeProperty().subscribe(now -> goElsewhere());
        cues.runProperty().subscribe(now -> begin());
        cues.beatsProperty().subscribe(now -> goOn());
        cues.loopingProperty().subscribe(now -> goOn());
    }

    /** Says whether anybody can see it. */
    void show(boolean nowSeen) {
        seen = nowSeen;
        begin();
    }

    /** Moves the time step to where it is by now. */
    void pulse() {
        cues.playheadProperty().get().ifPresent(head -> {
            moving = true;
            cues.moveTo(head, nanos.getAsLong());
            moving = false;
        });
    }

    /** Begins at the time step that is marked, or where a stretch does; at the end of everything at the first. */
    private void begin() {
        int time = cues.timeProperty().get();
        boolean ended = !cues.loopingProperty().get()
                && time == cues.runProperty().get().steps() - 1;
        follow(cues.stretch().map(Cues.Stretch::from).orElse(ended ? 0 : time), nanos.getAsLong());
    }

    /** Somebody has marked another step. */
    private void goElsewhere() {
        if (!moving) {
            follow(cues.timeProperty().get(), nanos.getAsLong());
        }
    }

    /** Goes on from the beginning of the step in which it is, at another speed or to another end. */
    private void goOn() {
        cues.playheadProperty().get().ifPresent(head -> {
            long count = head.count(nanos.getAsLong());
            follow(head.step(count), head.begins(count));
        });
    }

    private void follow(int from, long since) {
        boolean runs = seen && cues.playingProperty().get();
        int end = cues.stretch()
                .map(Cues.Stretch::end)
                .orElse(cues.runProperty().get().steps());
        boolean loops = cues.stretch().isEmpty() && cues.loopingProperty().get();
        cues.follow(
                runs && from < end
                        ? Optional.of(new Playhead(since, from, cues.stepNanos(), end, loops))
                        : Optional.empty());
        if (runs) {
            pulses.start();
        } else {
            pulses.stop();
        }
    }
}
