package unroll.app.view.along;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import unroll.app.sequence.Excerpt;
import unroll.app.sound.Sound;
import unroll.app.view.Cues;
import unroll.app.view.Playhead;
import unroll.app.view.RunHead;
import unroll.engine.music.PianoRoll;
import unroll.engine.music.TimeStep;
import unroll.engine.task.Appearance;

/** Takes what somebody plays, records it along the time steps, and has the network go on; on the window's thread. */
public final class AlongController {
    /** In a bar, before the recording begins. */
    private static final int BEATS_IN = 4;

    /** Two bars. */
    private static final int BEATS_RECORDED = 8;

    /** Where a step is a part of a second a beat is one of 120 a minute. */
    private static final double SECONDS_OF_BEAT = 0.5;

    private final AlongModel model = new AlongModel();
    private final Cues cues;
    private final Sound sound;
    private final LongSupplier nanos;
    private Optional<Recorder> recorder = Optional.empty();

    /** Whether the next continuation is to be played as soon as it is there. */
    private boolean awaited;

    /**
     * Nothing is played yet.
     *
     * @param nanos the clock of the time step
     */
    public AlongController(Cues cues, Sound sound, LongSupplier nanos) {
        this.cues = cues;
        this.sound = sound;
        this.nanos = nanos;
        cues.playheadProperty().subscribe((before, now) -> {
            if (now.isEmpty()) {
                before.ifPresent(this::finish);
            }
        });
        cues.timeProperty().subscribe(now -> showRecorded());
        cues.countInProperty()
                .subscribe(steps -> model.beatsLeft.set(
                        recorder.isPresent() ? Math.ceilDiv(steps.intValue(), stepsOfBeat(step())) : 0));
    }

    AlongModel model() {
        return model;
    }

    Sound sound() {
        return sound;
    }

    // Commands

    /** Another run is open; what was played stays where that has music of the same kind. */
    void begin(RunHead run) {
        stop();
        awaited = false;
        boolean music = run.appearance() instanceof Appearance.Notes;
        model.applies.set(music && run.generative() && run.steps() > 1);
        if (run.appearance() instanceof Appearance.Notes(var keyboard, var step)) {
            PianoRoll before = model.question.get().played();
            boolean stays =
                    before.keyboard() == keyboard && before.step().equals(step) && before.frames() < run.steps();
            PianoRoll played = stays ? before : PianoRoll.of(step, keyboard, 0, List.of());
            ask(new AlongQuestion(played, AlongQuestion.NONE, run.steps()));
            model.length.set(Math.clamp((long) BEATS_RECORDED * stepsOfBeat(step), 1, model.longest()));
        }
    }

    /** A key goes down, or comes up. */
    public void key(int key, boolean down) {
        if (down) {
            strike(key);
        } else {
            release(key);
        }
    }

    /** Strikes a key: it sounds, and is recorded if something is. */
    void strike(int key) {
        Set<Integer> down = new HashSet<>(model.down.get());
        if (down.add(key)) {
            model.down.set(down);
            sound.strike(key);
            record((into, place) -> into.strike(key, place));
        }
    }

    /** Lets it go. */
    void release(int key) {
        Set<Integer> down = new HashSet<>(model.down.get());
        if (down.remove(key)) {
            model.down.set(down);
            sound.release(key);
            record((into, place) -> into.release(key, place));
        }
    }

    /** Counts a bar in and records; ends that if it is under way. */
    void recordOrStop() {
        if (recorder.isPresent()) {
            stop();
            return;
        }
        AlongQuestion question = model.question.get();
        PianoRoll silence = PianoRoll.of(step(), question.played().keyboard(), 0, List.of());
        ask(new AlongQuestion(silence, AlongQuestion.NONE, question.steps()));
        sound.partProperty().set(Sound.Part.PLAYED_ALONG); // nothing but what is played
        Recorder fresh = new Recorder(step(), question.played().keyboard(), model.length.get());
        cues.playOnce(new Cues.Stretch(-BEATS_IN * stepsOfBeat(step()), model.length.get()));
        if (cues.playheadProperty().get().isPresent()) {
            recorder = Optional.of(fresh);
            model.recording.set(true);
            model.beatsLeft.set(BEATS_IN);
        }
    }

    /** Has the network go on from what was played; again, in another way. */
    void goOn() {
        AlongQuestion question = model.question.get();
        if (recorder.isEmpty() && question.played().frames() > 0) {
            awaited = true;
            model.question.set(new AlongQuestion(question.played(), question.take() + 1, question.steps()));
        }
    }

    /** Shows an answer to the question as it is now. */
    void show(AlongLook look) {
        if (!look.question().equals(model.question.get()) || recorder.isPresent()) {
            return;
        }
        Excerpt excerpt = look.excerpt();
        model.excerpt.set(excerpt);
        boolean goesOn = look.question().take() != AlongQuestion.NONE;
        sound.offer(Sound.Part.PLAYED_ALONG, goesOn ? excerpt::freeRunRoll : excerpt::truthRoll);
        if (goesOn && awaited) {
            awaited = false;
            sound.partProperty().set(Sound.Part.PLAYED_ALONG);
            cues.timeProperty().set(look.question().played().frames());
            cues.playingProperty().set(true);
        }
    }

    private void stop() {
        if (recorder.isPresent()) {
            cues.playingProperty().set(false);
        }
    }

    /** Keeps what was recorded up to where a playhead came; whoever stops before the first step has recorded nothing. */
    private void finish(Playhead head) {
        recorder.ifPresent(done -> {
            double place = Math.clamp(head.place(nanos.getAsLong()), 0, model.length.get());
            recorder = Optional.empty();
            model.recording.set(false);
            model.beatsLeft.set(0);
            ask(new AlongQuestion(
                    done.roll(place).part(0, (int) Math.ceil(place)),
                    AlongQuestion.NONE,
                    model.question.get().steps()));
        });
    }

    private void ask(AlongQuestion question) {
        model.question.set(question);
        sound.offer(Sound.Part.PLAYED_ALONG, question::played);
        show(question.played(), question.steps());
    }

    private void show(PianoRoll played, int steps) {
        model.excerpt.set(Excerpt.played(played, steps));
    }

    /** What is done to what is recorded, at a place in time steps. */
    @FunctionalInterface
    private interface Recording {
        void at(Recorder recorder, double place);
    }

    private void record(Recording what) {
        cues.playheadProperty()
                .get()
                .ifPresent(head -> recorder.ifPresent(into -> {
                    what.at(into, head.place(nanos.getAsLong()));
                    showRecorded();
                }));
    }

    private void showRecorded() {
        Optional<Playhead> head = cues.playheadProperty().get();
        head.ifPresent(now -> recorder.ifPresent(into -> show(
                into.roll(now.place(nanos.getAsLong())), model.question.get().steps())));
    }

    private TimeStep step() {
        return model.question.get().played().step();
    }

    /** Time steps in a quarter note, or half a second. */
    private static int stepsOfBeat(TimeStep step) {
        double beat = step.quarters() ? 1 : SECONDS_OF_BEAT;
        return (int) Math.max(1, Math.rint(beat / step.length()));
    }
}
