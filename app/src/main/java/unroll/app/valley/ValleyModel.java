package unroll.app.valley;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import unroll.app.chart.DecayData;
import unroll.app.chart.ValleyData;

/** What the valley screen shows. */
public final class ValleyModel {
    private final ObjectProperty<Setup> setup = new SimpleObjectProperty<>(this, "setup", Preset.FIGURE.setup());
    private final IntegerProperty shown =
            new SimpleIntegerProperty(this, "shown", Preset.FIGURE.setup().updates());
    private final BooleanProperty playing = new SimpleBooleanProperty(this, "playing");
    private final ObjectProperty<Integer> speed = new SimpleObjectProperty<>(this, "speed", 10);
    private final BooleanProperty stepShown = new SimpleBooleanProperty(this, "stepShown");
    private final ObjectProperty<DistanceRange> span = new SimpleObjectProperty<>(this, "span", Preset.FIGURE.span());
    private final Map<Method, BooleanProperty> lanes = new EnumMap<>(Method.class);
    private final ObjectProperty<ValleyData> picture = new SimpleObjectProperty<>(this, "picture", ValleyData.EMPTY);
    private final ObjectProperty<DecayData> distances = new SimpleObjectProperty<>(this, "distances", DecayData.EMPTY);
    private final StringProperty trouble = new SimpleStringProperty(this, "trouble", "");
    private final StringProperty insight = new SimpleStringProperty(this, "insight", "");

    public ValleyModel() {
        for (Method method : Method.values()) {
            lanes.put(method, new SimpleBooleanProperty(this, method.name(), true));
        }
    }

    /** The constants as they are, also while a slider is held. */
    public ObjectProperty<Setup> setupProperty() {
        return setup;
    }

    /** Updates that are drawn. */
    public IntegerProperty shownProperty() {
        return shown;
    }

    /** Whether the trails grow by themselves. */
    public BooleanProperty playingProperty() {
        return playing;
    }

    /** Updates a second. */
    public ObjectProperty<Integer> speedProperty() {
        return speed;
    }

    /** Whether the parts of each next step are drawn. */
    public BooleanProperty stepShownProperty() {
        return stepShown;
    }

    ObjectProperty<DistanceRange> spanProperty() {
        return span;
    }

    /** Whether a method is drawn. */
    public BooleanProperty laneProperty(Method method) {
        return Objects.requireNonNull(lanes.get(method));
    }

    /** The methods that are drawn. */
    List<Method> methods() {
        return Stream.of(Method.values())
                .filter(method -> laneProperty(method).get())
                .toList();
    }

    /** The trails as they are drawn. */
    public ObjectProperty<ValleyData> pictureProperty() {
        return picture;
    }

    /** The distances to the minimum as they are drawn. */
    public ObjectProperty<DecayData> distancesProperty() {
        return distances;
    }

    /** Which methods diverge, and where they are then; empty if none. */
    public StringProperty troubleProperty() {
        return trouble;
    }

    /** What these constants come to, in a sentence. */
    public StringProperty insightProperty() {
        return insight;
    }
}
