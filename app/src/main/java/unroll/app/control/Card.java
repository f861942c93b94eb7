package unroll.app.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import unroll.app.address.NodeAddress;

/** The frame of a live view: its name, its unit, its actions, and the view below. */
public final class Card extends VBox {
    /** Somebody wants the card that this event comes from as a file. */
    public static final EventType<Event> EXPORT = new EventType<>(Event.ANY, "CARD_EXPORT");

    /** So few pixels of a longer subtitle say nothing. */
    private static final double CRUMB = 48;

    /** Of each card its own: what is shared by all would hold every card that ever was. */
    private final ObservableValue<Boolean> always = new SimpleBooleanProperty(true);

    private final StringProperty title = new SimpleStringProperty(this, "title", "");
    private final StringProperty subtitle = new SimpleStringProperty(this, "subtitle", "");
    private final BooleanProperty maximised = new SimpleBooleanProperty(this, "maximised");
    private final StackPane content = new StackPane();
    private final Label heading = new Label();
    private final StackPane subtitled = new StackPane();
    private final Map<Node, ObservableValue<Boolean>> tools = new LinkedHashMap<>();
    private final Map<Node, ObservableValue<Boolean>> actions = new LinkedHashMap<>();
    private final List<ButtonBase> menus = new ArrayList<>();
    private final FittingRow header = new FittingRow();
    private final QuietButton exporter = exporter();
    private final QuietButton maximiser;
    private final QuietButton restorer = NodeAddress.command("window.escape")
            .on(new QuietButton("restore", "Back to all views", () -> maximised.set(false)));
    private Node[] lead = {heading};
    private Optional<Predicate<ButtonBase>> kept = Optional.empty();

    /** A frame around {@code view}; the actions stand before the one that maximises, and make way where there is no room. */
    public Card(String name, Node view, ButtonBase... actions) {
        title.set(name);
        heading.textProperty().bind(title);
        heading.getStyleClass().add("card-title");
        heading.setMinWidth(Region.USE_PREF_SIZE);
        maximiser = new QuietButton("maximise", "Maximise " + name, () -> maximised.set(!maximised.get()));
        subtitled.getChildren().add(subtitleLabel());
        subtitled.setPrefWidth(0);
        subtitled.setMinWidth(0);
        subtitled.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(subtitled, Priority.ALWAYS);
        for (ButtonBase action : actions) {
            this.actions.put(action, always);
        }
        header.getStyleClass().add("card-header");
        setNoTabs();
        content.getStyleClass().add("card-content");
        content.getChildren().add(view);
        content.setMinSize(0, 0);
        VBox.setVgrow(content, Priority.ALWAYS);
        getStyleClass().add("card");
        getChildren().addAll(header, content);
        setMinSize(0, 0);
    }

    private Label subtitleLabel() {
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
        return what;
    }

    private void fill() {
        header.clear();
        header.addStaying(9, kept.isPresent() ? new Node[] {heading} : lead);
        header.addStaying(9, subtitled);
        tools.forEach((tool, wanted) -> header.addYielding(3, tool, wanted));
        actions.forEach((action, wanted) -> {
            if (kept.isEmpty()
                    || action instanceof ButtonBase button && kept.get().test(button)) {
                header.addYielding(1, action, wanted);
            }
        });
        if (kept.isPresent()) {
            return;
        }
        header.addYielding(0, exporter);
        header.addYielding(4, maximiser, maximised.not());
        header.addYielding(4, restorer, maximised);
        menus.forEach(menu -> header.addStaying(9, menu));
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

    /** The line above the view. */
    public Region header() {
        return header;
    }

    /** Shows tabs in place of the title, or where there is no room for them a narrower node. */
    public void setTabs(Node tabs, Node narrower) {
        lead = new Node[] {tabs, narrower};
        fill();
    }

    /** Shows the title. */
    public void setNoTabs() {
        lead = new Node[] {heading};
        fill();
    }

    /** Whether the header is that of a figure. */
    public boolean isFigure() {
        return kept.isPresent();
    }

    /**
     * Has the header of a figure: what the view is called, its unit and what was chosen, and nothing to be pressed.
     *
     * @param legend which actions stay, for they say what a colour means
     */
    public void showFigure(Predicate<ButtonBase> legend) {
        kept = Optional.of(legend);
        fill();
    }

    /** Has the header of a window again. */
    public void showActions() {
        kept = Optional.empty();
        fill();
    }

    /** Adds something to choose with before the actions. */
    public void addTool(Node tool) {
        addTool(tool, always);
    }

    /** The same while it is wanted. */
    public void addTool(Node tool, ObservableValue<Boolean> wanted) {
        tools.put(tool, wanted);
        fill();
    }

    /** Adds something to act with behind the actions that there are. */
    public void addControl(Node control) {
        addControl(control, always);
    }

    /** The same while it is wanted. */
    public void addControl(Node control, ObservableValue<Boolean> wanted) {
        actions.put(control, wanted);
        fill();
    }

    /** Adds an action behind the others, which stays whatever room there is. */
    public void addAction(ButtonBase action) {
        menus.add(action);
        fill();
    }

    private QuietButton exporter() {
        QuietButton button = NodeAddress.command("file.export")
                .on(new QuietButton("export", "", () -> fireEvent(new Event(EXPORT))));
        title.subscribe(now -> button.show("export", "Export " + now));
        return button;
    }
}
