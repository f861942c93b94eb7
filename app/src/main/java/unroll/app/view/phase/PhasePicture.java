package unroll.app.view.phase;

import java.util.List;
import java.util.Optional;
import unroll.app.view.LiveAnswer;
import unroll.engine.dynamics.FixedPoint;
import unroll.engine.dynamics.FixedPoints;
import unroll.engine.dynamics.LongRun;
import unroll.engine.dynamics.Portrait;

/**
 * How the states of a network move, as far as it is known yet.
 *
 * @param look the network
 * @param frame what is seen; none while nothing is known
 * @param portrait arrows, nullclines and basins; none where a state is one number
 * @param curve of a state of one number the one that follows each; empty for others
 * @param way of the states along the test sequence
 * @param points at which it rests; none while they are searched for
 * @param places where these lie, one for each
 * @param course of the states from where somebody starts them
 * @param longRun what becomes of them in the long run; none while that is found out
 */
public record PhasePicture(
        PhaseLook look,
        Optional<PhaseFrame> frame,
        Optional<Portrait> portrait,
        List<Place> curve,
        List<Place> way,
        Optional<FixedPoints> points,
        List<Place> places,
        List<Place> course,
        Optional<LongRun> longRun)
        implements LiveAnswer {
    /** Of no network. */
    static final PhasePicture NONE = nothing(PhaseLook.NONE);

    public PhasePicture {
        curve = List.copyOf(curve);
        way = List.copyOf(way);
        places = List.copyOf(places);
        course = List.copyOf(course);
    }

    /** A network of which nothing is known, or that is no map. */
    static PhasePicture nothing(PhaseLook look) {
        return new PhasePicture(
                look,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    /** A network of which it is known what is seen. */
    static PhasePicture of(PhaseLook look, PhaseFrame frame) {
        return new PhasePicture(
                look,
                Optional.of(frame),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    @Override
    public long update() {
        return look.update();
    }

    /** The same with a portrait. */
    PhasePicture with(Optional<Portrait> newPortrait) {
        return new PhasePicture(look, frame, newPortrait, curve, way, points, places, course, longRun);
    }

    /** The same with what follows each number, and with its way. */
    PhasePicture with(List<Place> newCurve, List<Place> newWay) {
        return new PhasePicture(look, frame, portrait, newCurve, newWay, points, places, course, longRun);
    }

    /** The same with points at which it rests. */
    PhasePicture with(FixedPoints newPoints, List<Place> newPlaces) {
        return new PhasePicture(look, frame, portrait, curve, way, Optional.of(newPoints), newPlaces, course, longRun);
    }

    /** The same from another start. */
    PhasePicture with(List<Place> newCourse, Optional<LongRun> newLongRun) {
        return new PhasePicture(look, frame, portrait, curve, way, points, places, newCourse, newLongRun);
    }

    /** A point at which it rests; none where there are not so many. */
    Optional<FixedPoint> point(int index) {
        return points.filter(found -> index >= 0 && index < found.points().size())
                .map(found -> found.points().get(index));
    }
}
