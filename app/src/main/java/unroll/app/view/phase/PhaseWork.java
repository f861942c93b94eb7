package unroll.app.view.phase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import unroll.engine.dynamics.FixedPointSearch;
import unroll.engine.dynamics.FixedPoints;
import unroll.engine.dynamics.InputMode;
import unroll.engine.dynamics.NetworkMap;
import unroll.engine.dynamics.PortraitDrawing;

/** Finds out how the states of a network move, on a thread that may take its time. */
final class PhaseWork {
    /** Steps from where somebody starts. */
    private static final int STEPS = 300;

    /** Places at which the state that follows one number is found. */
    private static final int CURVE = 201;

    private static final PortraitDrawing LINES = new PortraitDrawing(24, 129, 0, 0);
    private static final PortraitDrawing BASINS = new PortraitDrawing(24, 129, 101, 200);

    /** Of more numbers of state than these fewer starts are tried, by the third power, which is what each costs: some seconds in all. */
    private static final int LARGE = 60;

    private static final int FEWEST = 6;

    private PhaseWork() {}

    /**
     * Answers a question, part by part.
     *
     * @param show takes what is known so far
     * @param unwanted whether nobody waits for the answer any more
     */
    static void answer(PhaseQuestion question, Consumer<PhasePicture> show, BooleanSupplier unwanted) {
        question.look().map().ifPresent(map -> {
            DoubleConsumer progress = share -> {
                if (unwanted.getAsBoolean()) {
                    throw new CancellationException();
                }
            };
            try {
                answer(question, map, show, progress);
            } catch (CancellationException e) {
                // another question is asked by now
            }
        });
    }

    private static void answer(
            PhaseQuestion question, NetworkMap map, Consumer<PhasePicture> show, DoubleConsumer progress) {
        PhaseLook look = question.look();
        NetworkMap driven = map.receiving(new InputMode.Driven(look.inputs()));
        double[][] states = driven.trajectory(driven.first(), 0, look.inputs().length);
        if (!finite(states)) {
            show.accept(PhasePicture.NONE);
            return;
        }
        progress.accept(0);
        Optional<FixedPoints> early = question.frame().isPresent()
                ? Optional.empty()
                : Optional.of(search(map, states, progress)); // they belong to what is seen
        PhaseFrame frame = question.frame()
                .orElseGet(() -> PhaseFrame.around(
                        look.update(), states, early.map(FixedPoints::points).orElse(List.of())));
        PhasePicture picture = PhasePicture.of(look, frame)
                .with(frame.plane().map(plane -> LINES.of(map, plane, frame.box(), progress)))
                .with(curve(map, frame), places(frame, states));
        if (early.isEmpty()) {
            show.accept(picture);
        }
        FixedPoints points = early.orElseGet(() -> search(map, states, progress));
        picture = picture.with(points, places(map, frame, points));
        show.accept(picture);
        if (question.basins() && frame.plane().isPresent()) {
            show.accept(picture.with(frame.plane().map(plane -> BASINS.of(map, plane, frame.box(), progress))));
        }
    }

    /** The usual search from the states along the test sequence, and from those opposite, where it may never come by itself. */
    private static FixedPoints search(NetworkMap map, double[][] states, DoubleConsumer progress) {
        Stream<double[]> opposite = Arrays.stream(states)
                .map(state -> Arrays.stream(state).map(number -> -number).toArray());
        double[][] all = Stream.concat(Arrays.stream(states), opposite).toArray(double[][]::new);
        double fewer = Math.min(1, Math.pow((double) LARGE / map.size(), 3));
        int visited = (int) Math.max(FEWEST, fewer * FixedPointSearch.USUAL.visited());
        int uniform = (int) Math.max(FEWEST, fewer * FixedPointSearch.USUAL.uniform());
        return new FixedPointSearch(
                        visited,
                        uniform,
                        FixedPointSearch.USUAL.iterations(),
                        FixedPointSearch.USUAL.vectors(),
                        FixedPointSearch.USUAL.seed())
                .find(map, all, progress);
    }

    private static boolean finite(double[][] states) {
        for (double[] state : states) {
            for (double number : state) {
                if (!Double.isFinite(number)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The states that follow one number each. */
    private static List<Place> curve(NetworkMap map, PhaseFrame frame) {
        List<Place> curve = new ArrayList<>();
        if (frame.plane().isEmpty()) {
            double[] states = new double[CURVE];
            double[] next = new double[CURVE];
            for (int i = 0; i < CURVE; i++) {
                states[i] = frame.box().left()
                        + i * (frame.box().right() - frame.box().left()) / (CURVE - 1);
            }
            map.steps(CURVE).next(0, states, next);
            for (int i = 0; i < CURVE; i++) {
                curve.add(new Place(states[i], next[i]));
            }
        }
        return curve;
    }

    private static List<Place> places(PhaseFrame frame, double[][] states) {
        List<Place> places = new ArrayList<>();
        for (int t = 0; t + 1 < states.length; t++) {
            places.add(frame.place(states[t], states[t + 1]));
        }
        return places;
    }

    private static List<Place> places(NetworkMap map, PhaseFrame frame, FixedPoints points) {
        return points.points().stream()
                .map(point -> frame.place(point.state(), map.trajectory(point.state(), 0, 1)[1]))
                .toList();
    }

    /** The states from a start. */
    static List<Place> course(NetworkMap map, PhaseFrame frame, Place start) {
        return places(frame, map.trajectory(frame.state(start), 0, STEPS + 1));
    }
}
