package unroll.app.view.phase;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import unroll.app.view.RunHead;
import unroll.engine.dynamics.LongRun;
import unroll.engine.dynamics.LongRunSearch;
import unroll.engine.dynamics.NetworkMap;

/**
 * What the phase portrait shows, and what is asked of it; on the window's thread. A network that is followed by a newer one while it is looked
 * at is looked at to its end, so that something is always seen.
 */
public final class PhaseModel {
    /** No point is chosen. */
    static final int NONE = -1;

    private final ReadOnlyObjectWrapper<PhasePicture> picture =
            new ReadOnlyObjectWrapper<>(this, "picture", PhasePicture.NONE);
    private final ObjectProperty<HeldInput> held = new SimpleObjectProperty<>(this, "held", HeldInput.NOTHING);
    private final ObjectProperty<Optional<Place>> start = new SimpleObjectProperty<>(this, "start", Optional.empty());
    private final ObjectProperty<Share> share = new SimpleObjectProperty<>(this, "share", Share.FOURTH);
    private final BooleanProperty basins = new SimpleBooleanProperty(this, "basins");
    private final IntegerProperty chosen = new SimpleIntegerProperty(this, "chosen", NONE);
    private final Executor thread;
    private final Executor starts;
    private final Executor window;

    /** Numbers of questions that were asked last: what answers older ones is not wanted. */
    private final AtomicLong asked = new AtomicLong();

    private final AtomicLong started = new AtomicLong();
    private Optional<PhaseLook> waiting = Optional.empty();
    private boolean busy;
    private boolean refit;

    /**
     * Nothing is shown yet.
     *
     * @param thread on which states are looked at
     * @param starts on which they are followed from where somebody starts them
     * @param window runs what touches the window
     */
    PhaseModel(Executor thread, Executor starts, Executor window) {
        this.thread = thread;
        this.starts = starts;
        this.window = window;
        basins.subscribe(this::again);
        start.subscribe(this::follow);
    }

    // Properties

    /** What is known. */
    public ReadOnlyObjectProperty<PhasePicture> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** What the network receives. */
    ObjectProperty<HeldInput> heldProperty() {
        return held;
    }

    /** Whether it receives what belongs to a time step. */
    boolean meansStep() {
        return held.get() == HeldInput.STEP || picture.get().look().symbols();
    }

    /** Where somebody starts its states. */
    public ObjectProperty<Optional<Place>> startProperty() {
        return start;
    }

    /** Whether it is asked to which attractor each state comes. */
    BooleanProperty basinsProperty() {
        return basins;
    }

    /** How much of a core it may take while the network changes. */
    ObjectProperty<Share> shareProperty() {
        return share;
    }

    /** The point at which it rests that is chosen, from 0; {@link #NONE} if none is. */
    public IntegerProperty chosenProperty() {
        return chosen;
    }

    // Commands

    /** Another run is open. */
    void begin(RunHead run) {
        asked.incrementAndGet();
        started.incrementAndGet();
        waiting = Optional.empty();
        busy = false;
        picture.set(PhasePicture.NONE);
        start.set(Optional.empty());
        chosen.set(NONE);
    }

    /** Finds what is seen anew, so that all states and points fit in. */
    void fit() {
        refit = true;
        start.set(Optional.empty());
        again();
    }

    /** Shows what is known of a network; where nothing is, it is looked at once the one before has been. */
    void take(PhasePicture known) {
        if (known.frame().isPresent()) {
            picture.set(known);
        } else {
            take(known.look());
        }
    }

    private void take(PhaseLook look) {
        boolean other = !look.receivesAs(picture.get().look());
        if (look.map().isEmpty()) {
            picture.set(PhasePicture.nothing(look));
        } else if (busy && !other) {
            waiting = Optional.of(look);
        } else {
            ask(look);
        }
    }

    private void again() {
        PhaseLook now = picture.get().look();
        if (now.map().isPresent()) {
            ask(now);
        }
    }

    private void ask(PhaseLook look) {
        long number = asked.incrementAndGet();
        busy = true;
        if (picture.get().frame().isEmpty()) {
            picture.set(PhasePicture.nothing(look));
        }
        boolean sameSize = picture.get()
                .look()
                .map()
                .map(NetworkMap::size)
                .equals(look.map().map(NetworkMap::size));
        Optional<PhaseFrame> frame =
                refit || !sameSize ? Optional.empty() : picture.get().frame();
        refit = false;
        double others = share.get().others();
        thread.execute(() -> {
            long began = System.nanoTime();
            PhaseWork.answer(
                    new PhaseQuestion(look, frame, basins.get()),
                    part -> window.execute(() -> {
                        if (asked.get() == number) {
                            show(part);
                        }
                    }),
                    () -> asked.get() != number);
            long pause = (long) (others * (System.nanoTime() - began));
            CompletableFuture.delayedExecutor(pause, TimeUnit.NANOSECONDS, window)
                    .execute(() -> rested(number));
        });
    }

    /** Looks at the network that came since. */
    private void rested(long number) {
        if (asked.get() == number) {
            busy = false;
            Optional<PhaseLook> next = waiting;
            waiting = Optional.empty();
            next.ifPresent(this::ask);
        }
    }

    private void show(PhasePicture part) {
        PhasePicture before = picture.get();
        boolean same = part.look().equals(before.look()) && part.frame().equals(before.frame());
        picture.set(same ? part.with(before.course(), before.longRun()) : part.with(before.course(), Optional.empty()));
        if (!same) {
            follow();
        }
    }

    /** Follows the states from where somebody starts them. */
    private void follow() {
        long number = started.incrementAndGet();
        PhasePicture now = picture.get();
        if (start.get().isEmpty() || now.frame().isEmpty() || now.look().map().isEmpty()) {
            picture.set(now.with(List.of(), Optional.empty()));
            return;
        }
        NetworkMap map = now.look().map().get();
        PhaseFrame frame = now.frame().get();
        Place from = start.get().get();
        starts.execute(() -> {
            if (started.get() != number) {
                return;
            }
            List<Place> course = PhaseWork.course(map, frame, from);
            tell(number, course, Optional.empty());
            if (started.get() == number) {
                tell(number, course, Optional.of(LongRunSearch.USUAL.from(map, frame.state(from))));
            }
        });
    }

    private void tell(long number, List<Place> course, Optional<LongRun> longRun) {
        window.execute(() -> {
            if (started.get() == number) {
                picture.set(picture.get().with(course, longRun));
            }
        });
    }

    // Words

    /** What becomes of the states that somebody started, in words; what can be done where nobody did. */
    static String words(PhasePicture now) {
        if (!now.look().trouble().isEmpty()) {
            return now.look().trouble();
        }
        if (now.frame().isEmpty()) {
            return now.look().map().isEmpty() ? "" : "Looking for states at which it rests\u2026";
        }
        if (now.course().isEmpty()) {
            return "Click to start a state there, and drag it; arrow keys move it";
        }
        return now.longRun().map(PhaseModel::words).orElse("\u2026");
    }

    private static String words(LongRun run) {
        return switch (run.behaviour()) {
            case RESTS -> "It comes to rest";
            case REPEATS -> "It repeats every " + run.period() + " steps" + turns(run);
            case TURNS -> "It turns and never repeats" + turns(run);
            case CHAOS ->
                String.format(
                        Locale.ROOT,
                        "Chaos: differences grow %.3g-fold a step (Lyapunov exponent %.3f)",
                        Math.exp(run.exponent()),
                        run.exponent());
            case SETTLING ->
                String.format(
                        Locale.ROOT,
                        "It has not settled after 2,000 steps; differences shrink to %.3g of themselves a step",
                        Math.exp(run.exponent()));
            case DIVERGES -> "It leaves the finite numbers";
        };
    }

    private static String turns(LongRun run) {
        return Double.isFinite(run.stepsPerTurn())
                ? String.format(Locale.ROOT, ", %.2f steps a turn", run.stepsPerTurn())
                : "";
    }

    /** Another that shows the same, and asks nothing. */
    PhaseModel still() {
        PhaseModel still = new PhaseModel(thread, starts, window);
        still.held.set(held.get());
        still.basins.set(basins.get());
        still.picture.set(picture.get());
        still.chosen.set(chosen.get());
        return still;
    }
}
