package unroll.app.sequence;

import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import unroll.app.control.OverTime;
import unroll.app.control.Table;
import unroll.app.control.Tabled;

/** A sequence as film, curves, text or maps, whatever it is given. */
public final class SequenceView extends StackPane implements Tabled, OverTime {
    private final ObjectProperty<Depiction> depiction = new SimpleObjectProperty<>(this, "depiction", Film.EMPTY);
    private final IntegerProperty time = new SimpleIntegerProperty(this, "time");
    private final FilmView film = new FilmView();
    private final SeriesView series = new SeriesView();
    private final PassageView passage = new PassageView();
    private final BandsView bands = new BandsView();

    public SequenceView() {
        setMinSize(0, 0);
        film.timeProperty().bind(time);
        series.timeProperty().bind(time);
        passage.timeProperty().bindBidirectional(time);
        bands.timeProperty().bindBidirectional(time);
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
        return SequenceTable.of(depiction.get());
    }

    @Override
    public int steps() {
        return SequenceTable.steps(depiction.get());
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
        Node view = switch (depiction.get()) {
            case Film now -> {
                film.filmProperty().set(now);
                yield film;
            }
            case Channels now -> {
                series.channelsProperty().set(now.all());
                yield series;
            }
            case Passage now -> {
                passage.passageProperty().set(now);
                yield passage;
            }
            case Bands now -> {
                bands.bandsProperty().set(now);
                yield bands;
            }
        };
        if (!getChildren().contains(view)) {
            getChildren().setAll(view);
        }
    }
}
