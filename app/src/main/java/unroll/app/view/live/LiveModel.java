package unroll.app.view.live;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import unroll.app.sequence.Movements;
import unroll.app.view.RunHead;
import unroll.engine.task.Appearance;

/** What the view of a network that is led by hand shows, and what a hand can do; on the window's thread. */
public final class LiveModel {
    static final String LED = "moved target";
    static final String PUSHED = "push";
    static final String LOADED = "other weight";
    static final String DELAYED = "other delay";

    private static final String INVITATION =
            "Drag the ring to move the target, drag elsewhere to push; arrow keys move the target, with Shift they"
                    + " push";
    private static final String ENDED = "Its numbers ended here: undo what was done last, or start over";
    private static final String TOO_FAR = "It cannot get there";

    private final ReadOnlyObjectWrapper<Movements> movements =
            new ReadOnlyObjectWrapper<>(this, "movements", Movements.NONE);
    private final ReadOnlyObjectWrapper<Optional<Frame>> frame =
            new ReadOnlyObjectWrapper<>(this, "frame", Optional.empty());
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper(this, "words", INVITATION);
    private final ReadOnlyBooleanWrapper controls = new ReadOnlyBooleanWrapper(this, "controls");
    private final BooleanProperty going = new SimpleBooleanProperty(this, "going", true);
    private final ObjectProperty<Speed> speed = new SimpleObjectProperty<>(this, "speed", Speed.REAL);
    private final BooleanProperty seen = new SimpleBooleanProperty(this, "seen");
    private final ScheduledExecutorService thread;
    private final LongSupplier nanos;
    private final Executor window;
    private final CourseRunner runner;
    private Optional<LiveStage> stage = Optional.empty();

    /** Whether a target was out of reach that somebody wanted last. */
    private boolean tooFar;

    /**
     * Nothing moves yet.
     *
     * @param thread on which the network moves
     * @param nanos the clock
     * @param window runs what touches the window
     */
    LiveModel(ScheduledExecutorService thread, LongSupplier nanos, Executor window) {
        this.thread = thread;
        this.nanos = nanos;
        this.window = window;
        runner = new CourseRunner(thread, nanos, window, this::show);
        speed.subscribe(now -> runner.speed(now.factor()));
        Runnable run = () -> runner.run(going.get() && seen.get());
        going.subscribe(run);
        seen.subscribe(run);
    }

    // Properties

    /** The last seconds of the movement. */
    public ReadOnlyObjectProperty<Movements> movementsProperty() {
        return movements.getReadOnlyProperty();
    }

    /** How it looks now; empty while nothing moves. */
    ReadOnlyObjectProperty<Optional<Frame>> frameProperty() {
        return frame.getReadOnlyProperty();
    }

    /** How far it is from its target and what is done to it, or what can be done. */
    ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /** Whether the network of the run controls something. */
    ReadOnlyBooleanProperty controlsProperty() {
        return controls.getReadOnlyProperty();
    }

    /** Whether it goes on while it is seen. */
    public BooleanProperty goingProperty() {
        return going;
    }

    /** How fast. */
    ObjectProperty<Speed> speedProperty() {
        return speed;
    }

    /** What it takes place on; empty while nothing moves. */
    Optional<LiveStage> stage() {
        return stage;
    }

    // Commands

    void look(boolean now) {
        seen.set(now);
    }

    /** Another run is open. */
    void begin(RunHead run) {
        controls.set(run.appearance() instanceof Appearance.Controlled);
        stage = Optional.empty();
        movements.set(Movements.NONE);
        frame.set(Optional.empty());
        words.set(INVITATION);
        runner.take(Optional.empty());
    }

    /** Takes in a network: the movement goes on by it. */
    void take(LiveLook look) {
        look.movement().ifPresent(movement -> {
            if (stage.filter(known -> known.movement() == movement).isEmpty()) {
                stage = Optional.of(new LiveStage(movement, look.learned()));
                runner.take(Optional.of(new Course(movement)));
            }
            runner.ask(course -> course.take(look));
        });
    }

    /** Wants its tip at a place, in metres; {@code more} while that is being dragged. */
    public void lead(Point2D place, boolean more) {
        stage.ifPresent(on -> {
            double[] goal = new double[on.plant().width()];
            tooFar = !on.plant().rest(place.getX(), place.getY(), goal, 0);
            if (tooFar) {
                words.set(TOO_FAR);
            } else {
                runner.ask(course -> course.act(LED, hand -> hand.towards(goal), more));
            }
        });
    }

    /** Pushes its tip, in newtons; {@code more} until it is let go. */
    public void push(Point2D force, boolean more) {
        runner.ask(course -> course.act(PUSHED, hand -> hand.pushing(force.getX(), force.getY()), more));
    }

    /** Puts another weight there, kg. */
    void load(double weight) {
        runner.ask(course -> course.act(LOADED, hand -> hand.holding(weight), false));
    }

    /** Shows it to the network so many steps late. */
    void delay(int steps) {
        runner.ask(course -> course.act(DELAYED, hand -> hand.seenLate(steps), false));
    }

    /** Goes back to where the last act began. */
    public void undo() {
        runner.ask(Course::undo);
    }

    /** Does it again in the same way. */
    public void replay() {
        runner.ask(Course::replay);
    }

    /** Begins at rest. */
    void startOver() {
        runner.ask(Course::startOver);
    }

    // What is shown

    private void show(Frame next) {
        stage.ifPresent(on -> {
            frame.set(Optional.of(next));
            movements.set(on.movements(next));
            words.set(words(next, on));
        });
    }

    private String words(Frame now, LiveStage on) {
        if (now.ended()) {
            return ENDED;
        }
        if (tooFar) {
            return TOO_FAR;
        }
        if (now.undo().isEmpty() && now.replay().isEmpty()) {
            return INVITATION;
        }
        double[] tip = on.plant().tip(now.trail().getLast().state(), 0);
        double[] goal = on.plant().tip(now.hand().goal(), 0);
        double force = Math.hypot(now.hand().forceX(), now.hand().forceY());
        return String.format(
                Locale.ROOT,
                "%s%.1f mm from its target%s",
                now.replays() ? "Again: " : "",
                1000 * Math.hypot(tip[0] - goal[0], tip[1] - goal[1]),
                force == 0 ? "" : String.format(Locale.ROOT, ", pushed with %.2g N", force));
    }

    /** Another that shows the same, and in which nothing moves. */
    LiveModel still() {
        LiveModel still = new LiveModel(thread, nanos, window);
        still.controls.set(controls.get());
        still.movements.set(movements.get());
        still.words.set(words.get());
        return still;
    }
}
