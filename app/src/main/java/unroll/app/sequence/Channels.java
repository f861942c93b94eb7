package unroll.app.sequence;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import unroll.app.control.Table.Column;

/** Numbers over the same time steps, drawn as curves. */
public record Channels(List<Channel> all) implements Depiction {
    public Channels {
        all = List.copyOf(all);
    }

    @Override
    public int steps() {
        return all.isEmpty() ? 0 : all.getFirst().truth().length;
    }

    @Override
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>();
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
        view.channelsProperty().set(all);
        return new DepictionView<>(
                Channels.class, view, shown -> view.channelsProperty().set(shown.all()));
    }
}
