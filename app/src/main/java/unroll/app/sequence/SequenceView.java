package unroll.app.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import unroll.app.control.OverTime;
import unroll.app.control.Table;
import unroll.app.control.Tabled;

/** A sequence as film, curves, text or maps: in the view that its depiction brings along. */
public final class SequenceView extends VBox implements Tabled, OverTime {
    private final ObjectProperty<Depiction> depiction = new SimpleObjectProperty<>(this, "depiction", Film.EMPTY);
    private final IntegerProperty time = new SimpleIntegerProperty(this, "time");
    private final ObjectProperty<Optional<Depiction>> perturbed =
            new SimpleObjectProperty<>(this, "perturbed", Optional.empty());
    private final Label heading = new Label("Perturbed");
    private DepictionView<?> view = Film.EMPTY.view(time);
    private DepictionView<?> second = Film.EMPTY.view(time);

    public SequenceView() {
        setMinSize(0, 0);
        heading.getStyleClass().add("sequence-perturbed");
        heading.setMinHeight(USE_PREF_SIZE);
        heading.setTooltip(new Tooltip(
                "What the network makes of the sequence as it is perturbed in Perturb; above, left" + " alone"));
        for (DepictionView<?> empty : List.of(view, second)) {
            VBox.setVgrow(empty.node(), Priority.ALWAYS);
        }
        depiction.subscribe(this::show);
        perturbed.subscribe(this::show);
    }

    /** What is shown. */
    public ObjectProperty<Depiction> depictionProperty() {
        return depiction;
    }

    /** The same of the network as it is perturbed, below; nothing where it is left alone. */
    public ObjectProperty<Optional<Depiction>> perturbedProperty() {
        return perturbed;
    }

    /** The time step that is marked, from 0; a click in a text or a map marks another. */
    @Override
    public IntegerProperty timeProperty() {
        return time;
    }

    @Override
    public List<Table> tables() {
        return Stream.concat(
                        depiction.get().tables().stream(),
                        perturbed.get().stream()
                                .flatMap(below -> below.tables().stream())
                                .map(table -> new Table(("perturbed " + table.name()).strip(), table.columns())))
                .toList();
    }

    @Override
    public int steps() {
        return depiction.get().steps();
    }

    @Override
    public SequenceView node() {
        return this;
    }

    @Override
    public SequenceView twin() {
        SequenceView twin = new SequenceView();
        twin.depiction.set(depiction.get());
        twin.perturbed.set(perturbed.get());
        return twin;
    }

    private void show() {
        view = shown(view, depiction.get());
        List<Node> parts = new ArrayList<>(List.of(view.node()));
        perturbed.get().ifPresent(below -> {
            second = shown(second, below);
            parts.addAll(List.of(heading, second.node()));
        });
        if (!getChildren().equals(parts)) {
            getChildren().setAll(parts);
        }
    }

    /** A view that shows this: the one before, where it can. */
    private DepictionView<?> shown(DepictionView<?> before, Depiction now) {
        if (before.show(now)) {
            return before;
        }
        DepictionView<?> made = now.view(time);
        VBox.setVgrow(made.node(), Priority.ALWAYS);
        return made;
    }
}
