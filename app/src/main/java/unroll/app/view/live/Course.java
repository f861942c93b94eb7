package unroll.app.view.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import unroll.engine.probe.LiveMovement;
import unroll.engine.probe.LiveMovement.Hand;
import unroll.engine.probe.LiveMovement.Moment;

/**
 * A live movement with all that somebody did to it: each act can be undone, which leads back to where it began, and done again in the same
 * way, step by step. On one thread.
 */
final class Course {
    /** Steps that are seen behind it: three seconds of the arm's. */
    private static final int TRAIL = 300;

    /** Acts that can be undone. */
    private static final int MOST = 100;

    private final LiveMovement movement;
    private final Deque<Act> done = new ArrayDeque<>();
    private final Deque<Act> undone = new ArrayDeque<>();
    private final List<Frame.Beat> trail = new ArrayList<>();
    private long update;
    private Moment moment;
    private Hand hand;
    private boolean ended;

    /** What is being done, and takes longer. */
    private Optional<Act> open = Optional.empty();

    /** What is left of an act that is done again. */
    private Iterator<Hand> again = List.<Hand>of().iterator();

    /** What somebody did, from a moment on, and what the hand was at each step since; the last one stays. */
    private static final class Act {
        final String name;
        final Moment from;
        final Hand before;
        final List<Frame.Beat> trail;
        final List<Hand> rows = new ArrayList<>();
        Hand last;

        Act(String name, Moment from, Hand before, List<Frame.Beat> trail) {
            this.name = name;
            this.from = from;
            this.before = before;
            this.trail = List.copyOf(trail);
            last = before;
        }
    }

    /** At rest at home. */
    Course(LiveMovement movement) {
        this.movement = movement;
        hand = movement.rest();
        moment = movement.begin(movement.plant().home(), hand);
        mark();
    }

    /** Goes on by other parameters. */
    void take(LiveLook look) {
        update = look.update();
        movement.take(look.theta());
    }

    /**
     * Does something to it.
     *
     * @param name for people: "push"
     * @param more whether the same act goes on
     */
    void act(String name, UnaryOperator<Hand> how, boolean more) {
        again = List.<Hand>of().iterator();
        if (open.filter(act -> act.name.equals(name)).isEmpty()) {
            Act act = new Act(name, moment, hand, trail);
            done.addLast(act);
            if (done.size() > MOST) {
                done.removeFirst();
            }
            undone.clear();
            open = Optional.of(act);
        }
        hand = how.apply(hand);
        open.ifPresent(act -> act.last = hand);
        open = open.filter(act -> more);
    }

    /** Goes back to where the last act began. */
    void undo() {
        Act act = done.pollLast();
        if (act != null) {
            goBack(act);
            undone.addLast(act);
        }
    }

    /** Does again what was undone last, or what was done last, from where it began. */
    void replay() {
        Act act = undone.pollLast();
        if (act != null) {
            done.addLast(act);
        } else {
            act = done.peekLast();
        }
        if (act != null) {
            goBack(act);
            List<Hand> rows = new ArrayList<>(act.rows);
            rows.add(act.last);
            again = rows.iterator();
        }
    }

    private void goBack(Act act) {
        open = Optional.empty();
        again = List.<Hand>of().iterator();
        moment = act.from;
        hand = act.before;
        trail.clear();
        trail.addAll(act.trail);
        ended = false;
    }

    /** Begins at rest at home again, by the same hand, which no longer pushes; what was done before is forgotten. */
    void startOver() {
        done.clear();
        undone.clear();
        open = Optional.empty();
        again = List.<Hand>of().iterator();
        hand = hand.pushing(0, 0);
        moment = movement.begin(movement.plant().home(), hand);
        trail.clear();
        ended = false;
        mark();
    }

    /** Goes one step on, if it can. */
    void step() {
        if (ended) {
            return;
        }
        if (again.hasNext()) {
            hand = again.next();
        }
        Moment next = movement.step(moment, hand);
        if (!next.isFinite()) {
            ended = true;
            return;
        }
        moment = next;
        open.ifPresent(act -> act.rows.add(hand));
        mark();
    }

    private void mark() {
        double[] corners = new double[2 * movement.plant().corners()];
        movement.plant().points(moment.state(), 0, corners);
        trail.add(new Frame.Beat(
                moment.state(), moment.commands(), corners, moment.hand().pushes()));
        if (trail.size() > TRAIL) {
            trail.removeFirst();
        }
    }

    /** Seconds of a step. */
    double dt() {
        return movement.dt();
    }

    /** How it looks now. */
    Frame frame() {
        String undo = done.isEmpty() ? "" : done.getLast().name;
        return new Frame(
                update, trail, hand, undo, undone.isEmpty() ? undo : undone.getLast().name, again.hasNext(), ended);
    }
}
