package unroll.app.view.along;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import javafx.beans.binding.Bindings;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import unroll.app.address.NodeAddress;
import unroll.app.control.Card;
import unroll.app.control.Chooser;
import unroll.app.control.FittingRow;
import unroll.app.control.QuietButton;
import unroll.app.sequence.ExcerptView;
import unroll.app.sheet.NumberField;
import unroll.app.sound.MidiKeyboard;
import unroll.app.sound.Sound;
import unroll.app.sound.SoundControls;
import unroll.app.view.Cues;

/** The card of playing along: what was played and how it goes on, the keys to play on, and what can be done with it. */
final class AlongCard {
    private static final String HINT = "Record what you play below, and let the network go on.";
    private static final String NO_KEYBOARD = "no MIDI keyboard";

    private AlongCard() {}

    /**
     * A card that follows {@code model}.
     *
     * @param controller takes what is played, and {@code keyboard} is one that is attached; without them nothing can be played
     */
    static Card of(
            String title,
            AlongModel model,
            Optional<AlongController> controller,
            Optional<MidiKeyboard> keyboard,
            Cues cues) {
        ExcerptView view = new ExcerptView();
        view.excerptProperty().bind(model.excerptProperty());
        view.timeProperty().bindBidirectional(cues.timeProperty());
        VBox.setVgrow(view, Priority.ALWAYS);
        StackPane middle = new StackPane(view);
        middle.setMinSize(0, 0);
        VBox.setVgrow(middle, Priority.ALWAYS);
        VBox all = new VBox(middle);
        all.getStyleClass().add("along");
        all.setMinSize(0, 0);
        Card card = new Card(title, all);
        controller.ifPresent(hand -> {
            middle.getChildren().addAll(hint(model), countIn(model));
            PianoKeys keys = new PianoKeys(model.downProperty(), hand::strike, hand::release);
            model.recordingProperty().subscribe(on -> {
                if (on) { // what is typed is played
                    keys.requestFocus();
                }
            });
            FittingRow bar = bar(model, hand, card);
            SoundControls.addTo(bar, hand.sound(), cues, List.of(Sound.Part.PLAYED_ALONG));
            keyboard.ifPresent(midi -> {
                bar.addYielding(2, keyboards(midi));
                card.subtitleProperty()
                        .bind(Bindings.createStringBinding(
                                () -> midi.troubleProperty().get().isEmpty()
                                        ? hand.sound().silence()
                                        : midi.troubleProperty().get(),
                                midi.troubleProperty(),
                                hand.sound().whySilentProperty()));
            });
            all.getChildren().setAll(bar, middle, keys);
        });
        return card;
    }

    /** What to do while nothing was played. */
    private static Label hint(AlongModel model) {
        Label hint = over("stepped-hint");
        hint.setText(HINT);
        hint.setWrapText(true);
        hint.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !model.recordingProperty().get()
                                && model.questionProperty().get().played().frames() == 0,
                        model.recordingProperty(),
                        model.questionProperty()));
        return hint;
    }

    /** The beats until the recording begins. */
    private static Label countIn(AlongModel model) {
        Label beats = over("count-in");
        beats.textProperty().bind(model.beatsLeftProperty().asString());
        beats.visibleProperty().bind(model.beatsLeftProperty().greaterThan(0));
        return beats;
    }

    private static Label over(String style) {
        Label label = new Label();
        label.getStyleClass().addAll(style, "for-hands");
        label.setMouseTransparent(true);
        return label;
    }

    private static FittingRow bar(AlongModel model, AlongController controller, Card card) {
        FittingRow bar = new FittingRow();
        bar.getStyleClass().addAll("sound-bar", "for-hands");
        bar.addStaying(9, record(model, controller));
        bar.addYielding(6, length(model));
        bar.addStaying(9, goOn(model, controller));
        bar.addYielding(
                3,
                new QuietButton("save", "Save it as a MIDI file\u2026", () -> card.fireEvent(new Event(Card.EXPORT))));
        return bar;
    }

    private static Button record(AlongModel model, AlongController controller) {
        Button button = NodeAddress.command(LiveAlong.RECORD).on(new Button("Record"));
        button.getStyleClass().add("small-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(
                new Tooltip("Counts four beats in and records what you play, each note at the nearest steps"));
        button.setOnAction(event -> controller.recordOrStop());
        model.recordingProperty().subscribe(on -> button.setText(on ? "Stop" : "Record"));
        return button;
    }

    private static Button goOn(AlongModel model, AlongController controller) {
        Button button = NodeAddress.command(LiveAlong.GO_ON).on(new Button("Let it go on"));
        button.getStyleClass().add("small-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(
                new Tooltip("The network receives what you played and goes on by itself; again, in another way"));
        button.setOnAction(event -> controller.goOn());
        button.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.recordingProperty().get()
                                || model.questionProperty().get().played().frames() == 0,
                        model.recordingProperty(),
                        model.questionProperty()));
        return button;
    }

    private static NumberField length(AlongModel model) {
        NumberField field = new NumberField(
                "steps",
                "How many time steps are recorded.",
                3,
                new NumberField.Range(1, model.longest(), true),
                steps -> model.lengthProperty().set((int) steps));
        model.questionProperty()
                .subscribe(now -> field.rangeProperty().set(new NumberField.Range(1, model.longest(), true)));
        field.valueProperty().bind(model.lengthProperty());
        field.disableProperty().bind(model.recordingProperty());
        return field;
    }

    /** A list of what is attached, which is looked at anew whenever it opens. */
    private static Chooser keyboards(MidiKeyboard keyboard) {
        Chooser chooser =
                new Chooser("MIDI keyboard", "A MIDI keyboard that is attached, to be played on", keyboard::choose);
        Runnable show = () -> {
            SequencedMap<String, String> called = new LinkedHashMap<>();
            called.put("", NO_KEYBOARD);
            keyboard.attachedProperty().get().forEach(name -> called.put(name, name));
            String now = keyboard.chosenProperty().get();
            called.putIfAbsent(now, now);
            chooser.show(called, now);
        };
        keyboard.attachedProperty().subscribe(show);
        keyboard.chosenProperty().subscribe(show);
        show.run();
        chooser.addEventHandler(ComboBoxBase.ON_SHOWING, event -> keyboard.look());
        return chooser;
    }
}
