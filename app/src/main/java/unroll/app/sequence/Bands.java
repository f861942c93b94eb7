package unroll.app.sequence;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import unroll.app.chart.Matrix;
import unroll.app.control.Table.Column;

/** Many numbers over the same time steps, drawn as maps one below the other. */
public record Bands(List<Band> all) implements Depiction {
    /** Nothing to look at. */
    public static final Bands EMPTY = new Bands(List.of());

    /**
     * One of the maps.
     *
     * @param name what it is
     * @param rows what its rows are
     * @param cells rows down, time steps across
     * @param limit the size of number that has the full colour
     */
    public record Band(String name, List<String> rows, Matrix cells, double limit) {
        public Band {
            rows = List.copyOf(rows);
            if (rows.size() != cells.rows()) {
                throw new IllegalArgumentException(rows.size() + " names do not fit " + cells.rows() + " rows");
            }
        }
    }

    public Bands {
        all = List.copyOf(all);
    }

    @Override
    public int steps() {
        return all.isEmpty() ? 0 : all.getFirst().cells().columns();
    }

    @Override
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (Band band : all) {
            Matrix cells = band.cells();
            for (int i = 0; i < cells.rows(); i++) {
                int row = i;
                columns.add(new Column(
                        band.name() + ", " + band.rows().get(i),
                        cells.columns(),
                        step -> Float.toString(cells.at(row, step))));
            }
        }
        return columns;
    }

    @Override
    public DepictionView<Bands> view(IntegerProperty time) {
        BandsView view = new BandsView();
        view.timeProperty().bindBidirectional(time);
        view.bandsProperty().set(this);
        return new DepictionView<>(Bands.class, view, view.bandsProperty()::set);
    }

    /** Rows of all maps. */
    int rows() {
        return all.stream().mapToInt(band -> band.cells().rows()).sum();
    }
}
