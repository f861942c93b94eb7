package unroll.app.control;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The frame of a live view: its name, its unit, its actions, and the view below. */
public final class Card extends VBox {
    /** Somebody wants the card that this event comes from as a file. */
    public static final EventType<Event> EXPORT = new EventType<>(Event.ANY, "CARD_EXPORT");

    /** So few pixels of a longer subtitle say nothing. */
    private static final double CRUMB = 48;

    private final StringProperty title = new SimpleStringProperty(this, "title", "");
    private final StringProperty subtitle = new SimpleStringProperty(this, "subtitle", "");
    private final BooleanProperty maximised = new SimpleBooleanProperty(this, "maximised");
    private final StackPane content = new StackPane();

    /** A frame around {@code view}; the actions stand before the one that maximises. */
    public Card(String name, Node view, ButtonBase... actions) {
        title.set(name);
        Label heading = new Label();
        heading.textProperty().bind(title);
        heading.getStyleClass().add("card-title");
        heading.setMinWidth(Region.USE_PREF_SIZE);
        Label what = new Label();
        what.getStyleClass().add("card-subtitle");
        what.textProperty().bind(subtitle);
        what.setMinWidth(0);
        what.widthProperty().subscribe(width -> {
            boolean crumb = width.doubleValue() < CRUMB && width.doubleValue() < what.prefWidth(-1) - 1;
            what.setOpacity(crumb ? 0 : 1);
        });
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(subtitle);
        what.setTooltip(whole);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox header = new HBox(heading, what, space);
        header.getStyleClass().add("card-header");
        header.getChildren().addAll(actions);
        header.getChildren().addAll(exporter(), maximiser(name));
        content.getStyleClass().add("card-content");
        content.getChildren().add(view);
        content.setMinSize(0, 0);
        VBox.setVgrow(content, Priority.ALWAYS);
        getStyleClass().add("card");
        getChildren().addAll(header, content);
        setMinSize(0, 0);
    }

    /** What the view is called. */
    public StringProperty titleProperty() {
        return title;
    }

    /** What is shown and in which unit. */
    public StringProperty subtitleProperty() {
        return subtitle;
    }

    /** Whether this view has the others' room too. */
    public BooleanProperty maximisedProperty() {
        return maximised;
    }

    /** Shows another view in the same frame. */
    public void show(Node view) {
        content.getChildren().setAll(view);
    }

    private QuietButton exporter() {
        QuietButton button = new QuietButton("export", "", () -> fireEvent(new Event(EXPORT)));
        title.subscribe(now -> button.show("export", "Export " + now + " (Ctrl+E)"));
        return button;
    }

    private QuietButton maximiser(String name) {
        QuietButton button = new QuietButton("maximise", "Maximise " + name, () -> maximised.set(!maximised.get()));
        maximised.subscribe(
                now -> button.show(now ? "restore" : "maximise", now ? "Back to all views (Esc)" : "Maximise " + name));
        return button;
    }
}
