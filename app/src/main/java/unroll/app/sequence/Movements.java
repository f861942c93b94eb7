package unroll.app.sequence;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.scene.layout.Region;
import unroll.app.chart.Ink;
import unroll.app.control.Table.Column;

/**
 * How something that is controlled moves in the plane.
 *
 * @param tracks its movements, the last on top
 * @param reach outline of where its tip can be, or learned to be, x and y of each point; none where that is everywhere
 * @param numbers its state and commands over the time steps; none where many movements are shown at once
 * @param stage what is seen of the plane, in metres, where they have no beginning that matters and go on; else all that they fill is seen
 */
public record Movements(List<Track> tracks, double[] reach, Channels numbers, Optional<Rectangle2D> stage)
        implements Depiction {
    /** Nothing moves. */
    public static final Movements NONE =
            new Movements(List.of(), new double[0], new Channels(List.of(), List.of(), List.of()));

    /**
     * One movement.
     *
     * @param name whose it is
     * @param ink its colour
     * @param corners {@code [T + 1][2 C]}: x and y of the corners of the line that it is drawn as, in metres, at first and after each step;
     *     the last corner is its tip
     * @param disturbed for each step whether something pushed
     * @param goal x and y of where the tip should arrive
     */
    public record Track(String name, Ink ink, double[][] corners, boolean[] disturbed, double[] goal) {
        int steps() {
            return disturbed.length;
        }

        double tipX(int moment) {
            return corners[moment][corners[moment].length - 2];
        }

        double tipY(int moment) {
            return corners[moment][corners[moment].length - 1];
        }

        boolean isDisturbed() {
            for (boolean one : disturbed) {
                if (one) {
                    return true;
                }
            }
            return false;
        }
    }

    /** From their beginning to their end. */
    public Movements(List<Track> tracks, double[] reach, Channels numbers) {
        this(tracks, reach, numbers, Optional.empty());
    }

    public Movements {
        tracks = List.copyOf(tracks);
    }

    /** Whether it is one movement, perhaps beside its plan, and not many. */
    boolean isOne() {
        return tracks.size() <= 2;
    }

    @Override
    public int steps() {
        return tracks.isEmpty() ? 0 : tracks.getFirst().steps();
    }

    /** States and commands, and where the tip is after each step. */
    @Override
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>(numbers.columns());
        for (int i = 0; i < tracks.size(); i++) {
            Track track = tracks.get(i);
            String whose = track.name() + (isOne() ? "" : " " + (i / 2 + 1));
            columns.add(
                    new Column(whose + ", tip x (m)", track.steps(), step -> Double.toString(track.tipX(step + 1))));
            columns.add(
                    new Column(whose + ", tip y (m)", track.steps(), step -> Double.toString(track.tipY(step + 1))));
        }
        return columns;
    }

    @Override
    public DepictionView<Movements> view(IntegerProperty time) {
        MovementsView view = new MovementsView();
        view.timeProperty().bind(time);
        view.movementsProperty().set(this);
        return new DepictionView<>(Movements.class, view, view.movementsProperty()::set);
    }

    /** At its end, with its way behind it. */
    @Override
    public Region still() {
        SequenceView view = new SequenceView();
        view.depictionProperty().set(this);
        view.timeProperty().set(Math.max(0, steps() - 1));
        return view;
    }

    /** Some moments beside each other. */
    public Region strip() {
        return new MovementStrip(this);
    }
}
