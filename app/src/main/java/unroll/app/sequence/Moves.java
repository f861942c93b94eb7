package unroll.app.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.IntegerProperty;
import javafx.scene.layout.Region;
import unroll.app.chart.Ink;
import unroll.app.control.Table.Column;
import unroll.engine.motion.Skeleton;
import unroll.engine.motion.Vector;

/**
 * Bodies of one skeleton that move, drawn as stick figures.
 *
 * @param skeleton of all of them
 * @param scenes what is drawn side by side
 */
public record Moves(Skeleton skeleton, List<Scene> scenes) implements Depiction {
    /**
     * Bodies on one floor.
     *
     * @param caption what is seen
     * @param bodies the last on top; the eye follows the first
     */
    public record Scene(String caption, List<Body> bodies) {
        public Scene {
            bodies = List.copyOf(bodies);
        }
    }

    /**
     * A body.
     *
     * @param name what it is
     * @param ink its colour
     * @param positions {@code [T][J]}: at each time step where its joints are in the world, y up
     */
    public record Body(String name, Ink ink, List<Vector[]> positions) {
        public Body {
            positions = List.copyOf(positions);
        }
    }

    public Moves {
        scenes = List.copyOf(scenes);
    }

    @Override
    public int steps() {
        return scenes.isEmpty()
                ? 0
                : scenes.getFirst().bodies().getFirst().positions().size();
    }

    /** Where all joints are. */
    @Override
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (Scene scene : scenes) {
            for (Body body : scene.bodies()) {
                for (int j = 0; j < skeleton.size(); j++) {
                    String head = body.name() + ", " + skeleton.joints().get(j).name();
                    add(columns, head + " x", body, j, Vector::x);
                    add(columns, head + " y", body, j, Vector::y);
                    add(columns, head + " z", body, j, Vector::z);
                }
            }
        }
        return columns;
    }

    private static void add(List<Column> columns, String head, Body body, int joint, ToDoubleFunction<Vector> part) {
        columns.add(new Column(
                head,
                body.positions().size(),
                step -> Float.toString(
                        (float) part.applyAsDouble(body.positions().get(step)[joint]))));
    }

    @Override
    public DepictionView<Moves> view(IntegerProperty time) {
        MovesView view = new MovesView();
        view.timeProperty().bind(time);
        view.movesProperty().set(this);
        return new DepictionView<>(Moves.class, view, view.movesProperty()::set);
    }

    /** In the midst of it, with half of its way behind it. */
    @Override
    public Region still() {
        SequenceView view = new SequenceView();
        view.depictionProperty().set(this);
        view.timeProperty().set(steps() / 2);
        return view;
    }
}
