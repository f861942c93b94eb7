package unroll.app.sequence;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import unroll.app.control.Table.Column;

/**
 * Numbers over the same time steps, drawn as curves.
 *
 * @param times when the steps were, a text each; empty where nobody knows
 * @param targetTimes the same of truth and prediction of what is predicted, which may be later
 * @param lines what the lines of all of them are
 */
public record Channels(List<Channel> all, List<String> times, List<String> targetTimes, Lines lines)
        implements Depiction {
    /**
     * What the lines of each channel are.
     *
     * @param truth its name; empty where there is none
     * @param prediction its name
     * @param freeRun its name
     * @param near whether it is the truth that is seen, and of the others what comes near it; else all is seen
     */
    public record Lines(String truth, String prediction, String freeRun, boolean near) {
        static final Lines PREDICTED = new Lines("truth", "prediction", "free run", true);
    }

    /** Numbers that a network predicts. */
    public Channels(List<Channel> all, List<String> times, List<String> targetTimes) {
        this(all, times, targetTimes, Lines.PREDICTED);
    }

    public Channels {
        all = List.copyOf(all);
        times = List.copyOf(times);
        targetTimes = List.copyOf(targetTimes);
    }

    @Override
    public int steps() {
        return all.isEmpty() ? 0 : all.getFirst().truth().length;
    }

    @Override
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        if (!times.isEmpty()) {
            columns.add(Column.of("time", times));
        }
        if (!targetTimes.equals(times)) {
            columns.add(Column.of("time predicted", targetTimes));
        }
        for (Channel channel : all) {
            add(columns, channel.name() + ", " + (channel.isGiven() ? "input" : lines.truth), channel.truth());
            add(columns, channel.name() + ", " + lines.prediction, channel.prediction());
            add(columns, channel.name() + ", " + lines.freeRun, channel.freeRun());
        }
        return columns;
    }

    /** A column without a number is none. */
    private static void add(List<Column> columns, String head, float[] values) {
        if (Channel.holdsNumbers(values)) {
            columns.add(Column.of(head, values));
        }
    }

    @Override
    public DepictionView<Channels> view(IntegerProperty time) {
        SeriesView view = new SeriesView();
        view.timeProperty().bind(time);
        view.channelsProperty().set(this);
        return new DepictionView<>(Channels.class, view, view.channelsProperty()::set);
    }
}
