package unroll.app.sequence;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import unroll.app.control.Table.Column;

/**
 * Numbers over the same time steps, drawn as curves.
 *
 * @param times when the steps were, a text each; empty where nobody knows
 */
public record Channels(List<Channel> all, List<String> times) implements Depiction {
    public Channels {
        all = List.copyOf(all);
        times = List.copyOf(times);
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
        for (Channel channel : all) {
            add(columns, channel.name() + ", truth", channel.truth());
            add(columns, channel.name() + ", prediction", channel.prediction());
            add(columns, channel.name() + ", free run", channel.freeRun());
        }
        return columns;
    }

    /** A column without a number is none. */
    private static void add(List<Column> columns, String head, float[] values) {
        for (float value : values) {
            if (!Float.isNaN(value)) {
                columns.add(Column.of(head, values));
                return;
            }
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
