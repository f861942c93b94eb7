package unroll.app.sequence;

import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.StackPane;
import unroll.app.control.OverTime;
import unroll.app.control.Table;
import unroll.app.control.Tabled;

/** A sequence as film, curves, text or maps: in the view that its depiction brings along. */
public final class SequenceView extends StackPane implements Tabled, OverTime {
    private final ObjectProperty<Depiction> depiction = new SimpleObjectProperty<>(this, "depiction", Film.EMPTY);
    private final IntegerProperty time = new SimpleIntegerProperty(this, "time");
    private DepictionView<?> view = Film.EMPTY.view(time);

    public SequenceView() {
        setMinSize(0, 0);
        getChildren().setAll(view.node());
        depiction.subscribe(this::show);
    }

    /** What is shown. */
    public ObjectProperty<Depiction> depictionProperty() {
        return depiction;
    }

    /** The time step that is marked, from 0; a click in a text or a map marks another. */
    @Override
    public IntegerProperty timeProperty() {
        return time;
    }

    @Override
    public List<Table> tables() {
        return depiction.get().tables();
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
        return twin;
    }

    private void show() {
        Depiction now = depiction.get();
        if (!view.show(now)) {
            view = now.view(time);
            getChildren().setAll(view.node());
        }
    }
}
