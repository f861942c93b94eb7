package unroll.app.sequence;

import java.util.List;
import unroll.app.chart.Matrix;

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

    /** Rows of all maps. */
    int rows() {
        return all.stream().mapToInt(band -> band.cells().rows()).sum();
    }
}
