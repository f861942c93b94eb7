package unroll.app.view.along;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import unroll.app.command.Commands;
import unroll.app.control.Card;
import unroll.app.sound.MidiKeyboard;
import unroll.app.view.Cues;
import unroll.app.view.LiveView;
import unroll.app.view.RunHead;
import unroll.app.view.Source;
import unroll.app.view.ViewName;

/** Somebody plays some steps of music, and the network goes on from there. */
public final class LiveAlong implements LiveView<AlongLook> {
    public static final String NAME = "along";

    static final String RECORD = "along.record";
    static final String GO_ON = "along.goOn";

    private final AlongModel model;
    private final Optional<AlongController> controller;
    private final Optional<MidiKeyboard> keyboard;

    /**
     * A view that is played on.
     *
     * @param controller takes what is played
     * @param keyboard one that is attached
     */
    public LiveAlong(AlongController controller, MidiKeyboard keyboard) {
        this(controller.model(), Optional.of(controller), Optional.of(keyboard));
    }

    private LiveAlong(AlongModel model, Optional<AlongController> controller, Optional<MidiKeyboard> keyboard) {
        this.model = model;
        this.controller = controller;
        this.keyboard = keyboard;
    }

    @Override
    public ViewName called() {
        return new ViewName(
                NAME,
                "Play along",
                KeyCode.K,
                "Play some steps with the mouse, the computer's keys or a MIDI keyboard, and hear how the network goes"
                        + " on from there.");
    }

    /** A network that predicts no notes, or only a step, cannot go on. */
    @Override
    public ObservableValue<Boolean> applies() {
        return model.appliesProperty();
    }

    @Override
    public void addTo(Commands.Group commands, ObservableValue<Boolean> open, Runnable show) {
        controller.ifPresent(hand -> commands.add(RECORD, "Play along: record, or stop", open, () -> {
                    show.run();
                    hand.recordOrStop();
                })
                .add(GO_ON, "Play along: let the network go on", open, () -> {
                    show.run();
                    hand.goOn();
                }));
    }

    @Override
    public boolean atFirst() {
        return false;
    }

    @Override
    public Card card(Cues cues) {
        return AlongCard.of(title(), model, controller, keyboard, cues);
    }

    @Override
    public Source<AlongLook> source(Cues cues) {
        return new Source.Probed<>(model.questionProperty(), false);
    }

    @Override
    public void show(AlongLook look) {
        controller.ifPresentOrElse(hand -> hand.show(look), () -> model.excerpt.set(look.excerpt()));
    }

    @Override
    public void begin(RunHead run) {
        controller.ifPresent(hand -> hand.begin(run));
    }

    @Override
    public LiveAlong twin() {
        return new LiveAlong(model.still(), Optional.empty(), Optional.empty());
    }
}
