package unroll.app.valley;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import unroll.app.chart.DecayData;
import unroll.app.chart.ValleyData;

/** What the valley screen shows. */
public final class ValleyModel {
    final ReadOnlyObjectWrapper<Setup> setup = new ReadOnlyObjectWrapper<>(this, "setup", Preset.FIGURE.setup());
    private final IntegerProperty shown =
            new SimpleIntegerProperty(this, "shown", Preset.FIGURE.setup().updates());
    private final BooleanProperty playing = new SimpleBooleanProperty(this, "playing");
    private final ObjectProperty<Integer> speed = new SimpleObjectProperty<>(this, "speed", 10);
    private final BooleanProperty stepShown = new SimpleBooleanProperty(this, "stepShown");
    private final ObjectProperty<DistanceRange> span = new SimpleObjectProperty<>(this, "span", Preset.FIGURE.span());
    private final Map<Method, BooleanProperty> lanes = new EnumMap<>(Method.class);
    final ReadOnlyObjectWrapper<ValleyData> picture = new ReadOnlyObjectWrapper<>(this, "picture", ValleyData.EMPTY);
    final ReadOnlyObjectWrapper<DecayData> distances = new ReadOnlyObjectWrapper<>(this, "distances", DecayData.EMPTY);
    final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
    final ReadOnlyStringWrapper insight = new ReadOnlyStringWrapper(this, "insight", "");

    public ValleyModel() {
        for (Method method : Method.values()) {
            lanes.put(method, new SimpleBooleanProperty(this, method.name(), true));
        }
    }

    /** The constants as they are, also while a slider is held. */
    public ReadOnlyObjectProperty<Setup> setupProperty() {
        return setup.getReadOnlyProperty();
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
    public ReadOnlyObjectProperty<ValleyData> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** The distances to the minimum as they are drawn. */
    public ReadOnlyObjectProperty<DecayData> distancesProperty() {
        return distances.getReadOnlyProperty();
    }

    /** Which methods diverge, and where they are then; empty if none. */
    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** What follows from these constants, in a sentence. */
    public ReadOnlyStringProperty insightProperty() {
        return insight.getReadOnlyProperty();
    }
}
