package unroll.app.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import unroll.app.control.HelpBubble;
import unroll.app.control.HelpOffer;
import unroll.app.control.QuietButton;
import unroll.engine.setting.Field;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Schema;

/**
 * The help of a setting, in a bubble beside it: what it does, what is allowed, and the formula that it stands in with
 * its source. F1 shows that of the setting in focus, a small button that of the one below the mouse.
 */
final class SettingHelp {
    private final Region row;
    private final Supplier<List<Label>> words;
    private final String title;

    private SettingHelp(Region row, String title, Supplier<List<Label>> words) {
        this.row = row;
        this.title = title;
        this.words = words;
        HelpOffer offer = this::show;
        offer.on(row);
        row.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.F1) {
                key.consume();
                show();
            }
        });
    }

    /** Lets a row offer help with its setting, which belongs to {@code owner}. */
    static SettingHelp of(Region row, Field field, Supplier<Record> owner) {
        return new SettingHelp(row, field.label(), () -> {
            List<Label> words = new ArrayList<>(
                    List.of(HelpBubble.label("help-words", field.setting().help())));
            String range = field.range();
            if (!range.isEmpty()) {
                words.add(HelpBubble.label("help-fact", "Allowed: " + range + "."));
            }
            if (!field.setting().initial().isEmpty()) {
                words.add(HelpBubble.label(
                        "help-fact", "At first: " + field.setting().initial() + "."));
            }
            if (field.setting().live()) {
                words.add(HelpBubble.label("help-fact", "Live: a change acts from the next update on."));
            }
            words.addAll(formula(owner.get()));
            return words;
        });
    }

    /** Lets a row offer help with what is chosen in it. */
    static SettingHelp ofChoice(Region row, Field field, Supplier<Record> chosen) {
        return new SettingHelp(row, field.label(), () -> {
            Kind kind = Schema.kind(chosen.get().getClass());
            List<Label> words = new ArrayList<>();
            words.add(HelpBubble.label("help-words", field.setting().help()));
            words.add(HelpBubble.label("help-kind", kind.label()));
            words.add(HelpBubble.label("help-words", kind.help()));
            words.addAll(formula(chosen.get()));
            return words;
        });
    }

    /** A small button that shows the help. */
    Node button() {
        return new QuietButton("help", "What this is (F1)", this::show);
    }

    /** The same, which is there while the mouse is over the row, and leaves its room to the name while it is not. */
    Node passingButton() {
        Node button = button();
        button.visibleProperty().bind(row.hoverProperty());
        button.managedProperty().bind(row.hoverProperty());
        return button;
    }

    private static List<Label> formula(Record owner) {
        Kind kind = owner.getClass().getAnnotation(Kind.class);
        List<Label> words = new ArrayList<>();
        if (kind != null && !kind.formula().isEmpty()) {
            words.add(HelpBubble.label("help-formula", kind.formula()));
        }
        if (kind != null && !kind.source().isEmpty()) {
            words.add(HelpBubble.label("help-source", "Source: " + kind.source()));
        }
        return words;
    }

    private void show() {
        HelpBubble.beside(row, HelpBubble.content(title, words.get()));
    }
}
