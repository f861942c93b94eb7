package unroll.app.view.cells;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import unroll.app.chart.Matrix;
import unroll.app.control.Numbers;
import unroll.app.sequence.Bands;
import unroll.engine.anatomy.Anatomy;
import unroll.engine.anatomy.UnitGroup;
import unroll.engine.anatomy.UnitLayer;

/**
 * What lies within a layer, row by row over the time steps.
 *
 * @param rows what each row is, over all bands
 * @param bands the numbers
 */
record CellRows(List<Row> rows, Bands bands) {
    /** Nothing. */
    static final CellRows NONE = new CellRows(List.of(), Bands.EMPTY);

    /** Every gate of one cell, and not one gate of all cells. */
    static final String CELL = "one cell";

    /**
     * A row.
     *
     * @param gate as formulas call it
     * @param unit of the layer, from 0
     */
    record Row(String gate, int unit) {
        String name() {
            return UnitGroup.name(gate, unit);
        }
    }

    CellRows {
        rows = List.copyOf(rows);
    }

    /** The layers between inputs and outputs by the names of their units; where there are none the outputs. */
    static List<String> layers(Anatomy anatomy) {
        return anatomy.layers().stream()
                .map(anatomy::units)
                .filter(units -> !units.formula().given())
                .map(UnitGroup::symbol)
                .toList();
    }

    /** What lies within a layer, itself last, by the names that formulas have. */
    static List<String> gates(Anatomy anatomy, String layer) {
        return find(anatomy, layer).map(found -> groups(anatomy, found)).orElse(List.of()).stream()
                .map(UnitGroup::symbol)
                .toList();
    }

    private static Optional<UnitLayer> find(Anatomy anatomy, String layer) {
        return anatomy.layers().stream()
                .filter(each -> anatomy.units(each).symbol().equals(layer))
                .findFirst();
    }

    private static List<UnitGroup> groups(Anatomy anatomy, UnitLayer layer) {
        List<UnitGroup> groups = new ArrayList<>();
        layer.within().forEach(part -> groups.add(anatomy.parts().get(part)));
        groups.add(anatomy.units(layer));
        return groups;
    }

    /**
     * The rows of a layer.
     *
     * @param shown {@link #CELL}, or a gate
     * @param unit whose gates, where it is the former
     */
    static CellRows of(Anatomy anatomy, String layer, String shown, int unit) {
        Optional<UnitLayer> found = find(anatomy, layer);
        if (found.isEmpty()) {
            return NONE;
        }
        List<Row> rows = new ArrayList<>();
        List<Bands.Band> bands = new ArrayList<>();
        List<UnitGroup> groups = groups(anatomy, found.get());
        UnitGroup units = groups.getLast();
        if (!shown.equals(CELL)) {
            List<UnitGroup> chosen = groups.stream()
                    .filter(group -> group.symbol().equals(shown))
                    .toList();
            int all = chosen.isEmpty() ? 0 : chosen.getFirst().shown();
            add(rows, bands, shown, chosen, IntStream.range(0, all).toArray());
            return new CellRows(rows, new Bands(bands));
        }
        int[] one = {Math.clamp(unit, 0, Math.max(0, units.shown() - 1))};
        List<UnitGroup> within = groups.subList(0, groups.size() - 1);
        add(rows, bands, "gates", within.stream().filter(CellRows::bounded).toList(), one);
        add(rows, bands, "sums", within.stream().filter(CellRows::sum).toList(), one);
        add(
                rows,
                bands,
                "memory",
                within.stream().filter(group -> !bounded(group) && !sum(group)).toList(),
                one);
        add(rows, bands, "unit", List.of(units), one);
        return new CellRows(rows, new Bands(bands));
    }

    /** Whether a non-linearity keeps it small. */
    private static boolean bounded(UnitGroup group) {
        return !group.formula().function().isEmpty();
    }

    private static boolean sum(UnitGroup group) {
        return !bounded(group) && !group.formula().connections().isEmpty();
    }

    private static void add(List<Row> rows, List<Bands.Band> bands, String name, List<UnitGroup> groups, int[] units) {
        List<Row> added = new ArrayList<>();
        List<float[]> numbers = new ArrayList<>();
        for (UnitGroup group : groups) {
            for (int unit : units) {
                added.add(new Row(group.symbol(), unit));
                float[] row = new float[group.values().length];
                for (int t = 0; t < row.length; t++) {
                    row[t] = (float) group.values()[t][unit];
                }
                numbers.add(row);
            }
        }
        if (!added.isEmpty()) {
            Matrix cells = Matrix.ofColumns(numbers.toArray(float[][]::new)).transposed();
            rows.addAll(added);
            bands.add(new Bands.Band(name, added.stream().map(Row::name).toList(), cells, cells.limit()));
        }
    }

    /** How many time steps there are. */
    int steps() {
        return bands.steps();
    }

    /** The number of a row at a step. */
    float at(int row, int step) {
        int within = row;
        for (Bands.Band band : bands.all()) {
            if (within < band.cells().rows()) {
                return band.cells().at(within, step);
            }
            within -= band.cells().rows();
        }
        throw new IndexOutOfBoundsException(row);
    }

    /** The numbers at a step in words: "i1 0.02, f1 1.00". */
    String words(int step) {
        if (step >= steps()) {
            return "";
        }
        StringBuilder words = new StringBuilder("t " + (step + 1) + ":");
        for (int row = 0; row < rows.size(); row++) {
            words.append(row == 0 ? " " : ", ")
                    .append(rows.get(row).name())
                    .append(' ')
                    .append(Numbers.measured(at(row, step)));
        }
        return words.toString();
    }
}
