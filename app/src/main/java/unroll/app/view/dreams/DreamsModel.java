package unroll.app.view.dreams;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import unroll.app.sequence.Film;
import unroll.app.view.RunHead;
import unroll.engine.task.Appearance;
import unroll.engine.task.ThrownBalls;
import unroll.engine.task.ThrownBalls.Ball;

/** What the view of dreams shows, and which balls were thrown. */
public final class DreamsModel {
    private final ReadOnlyObjectWrapper<Film> film = new ReadOnlyObjectWrapper<>(this, "film", Film.EMPTY);
    private final ReadOnlyObjectWrapper<Optional<Appearance.Picture>> picture =
            new ReadOnlyObjectWrapper<>(this, "picture", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ThrownBalls>> thrown =
            new ReadOnlyObjectWrapper<>(this, "thrown", Optional.empty());
    private List<Ball> tested = List.of();
    private final IntegerProperty take = new SimpleIntegerProperty(this, "take");

    // Properties

    /** How the dreams begin, and the dreams. */
    public ReadOnlyObjectProperty<Film> filmProperty() {
        return film.getReadOnlyProperty();
    }

    /** How a frame looks; none where nothing is dreamed. */
    ReadOnlyObjectProperty<Optional<Appearance.Picture>> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** The film that goes before; none where it is a test sequence. */
    public ReadOnlyObjectProperty<Optional<ThrownBalls>> thrownProperty() {
        return thrown.getReadOnlyProperty();
    }

    /** Which dreams are dreamed, from 0. */
    IntegerProperty takeProperty() {
        return take;
    }

    /** The radius of the balls that can be thrown; none where the pictures show something else. */
    OptionalDouble ball() {
        return picture.get().map(Appearance.Picture::ball).orElse(OptionalDouble.empty());
    }

    // Commands

    /** Another run is open: what was thrown stays where the pictures are alike. */
    void begin(RunHead run) {
        Optional<Appearance.Picture> next = run.generative() && run.appearance() instanceof Appearance.Picture shown
                ? Optional.of(shown)
                : Optional.empty();
        if (!next.equals(picture.get())) {
            thrown.set(Optional.empty());
            film.set(Film.EMPTY);
            tested = List.of();
        }
        picture.set(next);
        take.set(0);
    }

    void show(DreamsLook next) {
        tested = next.balls();
        film.set(next.film());
    }

    /** Whether a ball has room beside those in the box: of the test sequence, or as they were thrown. */
    boolean hasRoomFor(Ball ball) {
        return ball().isPresent() && thrown(List.of()).hasRoomFor(ball);
    }

    /** Throws a ball that has room. */
    void hurl(Ball ball) {
        thrown.set(Optional.of(thrown(List.of(ball))));
    }

    /** Takes all balls out of the box, those of the test sequence, too. */
    void empty() {
        if (ball().isPresent()) {
            thrown.set(Optional.of(box(List.of())));
        }
    }

    /** Takes the thrown balls away: a test sequence goes before again. */
    void clear() {
        thrown.set(Optional.empty());
    }

    private ThrownBalls thrown(List<Ball> more) {
        List<Ball> all = new ArrayList<>(thrown.get().map(ThrownBalls::balls).orElse(tested));
        all.addAll(more);
        return box(all);
    }

    private ThrownBalls box(List<Ball> balls) {
        return new ThrownBalls(picture.get().map(Appearance.Picture::width).orElseThrow(), ball().orElseThrow(), balls);
    }

    /** Another that shows the same. */
    DreamsModel twin() {
        DreamsModel twin = new DreamsModel();
        twin.picture.set(picture.get());
        twin.thrown.set(thrown.get());
        twin.take.set(take.get());
        twin.tested = tested;
        twin.film.set(film.get());
        return twin;
    }
}
