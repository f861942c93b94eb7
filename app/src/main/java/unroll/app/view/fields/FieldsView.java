package unroll.app.view.fields;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import unroll.app.chart.Heatmap;
import unroll.app.chart.PictureGrid;
import unroll.app.control.Table;
import unroll.app.control.Tabled;
import unroll.app.view.Cues;
import unroll.engine.model.Layout.Slot;

/** The weights of each unit as a picture, the weights between the units in the same order beside them, and the chosen unit in words below. */
final class FieldsView extends Pane implements Tabled {
    private static final double GAP = 8;

    /** Wider than so many times its height it has the two beside each other. */
    private static final double WIDE = 1.1;

    /** Share of the room that the pictures have beside the weights between. */
    private static final double SHARE = 0.5;

    /** The least room for the weights between with their axes, in font sizes; where there is less the pictures have it. */
    private static final double LEAST_WIDE = 13;

    private static final double LEAST_HIGH = 7;

    /** A matrix of zeros has a scale too. */
    private static final double FAINTEST = 1e-6;

    private static final String INVITATION = "A click or the arrow keys choose a unit";

    private final FieldsModel model;
    private final PictureGrid grid;
    private final Heatmap map = new Heatmap(new Heatmap.Wording("to", "from ", "from", false));
    private final Label words = new Label();

    FieldsView(FieldsModel model) {
        this.model = model;
        grid = new PictureGrid(
                "The weights of each unit as a picture",
                unit -> model.fieldsProperty().get().words(unit));
        grid.chosenProperty().bindBidirectional(model.unitProperty());
        map.sortedProperty().set(false);
        map.setAccessibleText("Weights between the units: receiving units down, sending units across");
        words.getStyleClass().add("stepped-words");
        words.setWrapText(true);
        setMinSize(0, 0);
        getChildren().addAll(grid, map, words);
        model.fieldsProperty().subscribe(this::show);
        model.orderProperty().subscribe(this::show);
        model.ownScaleProperty().subscribe(this::show);
        model.unitProperty().subscribe(this::mark);
        map.pointedProperty().subscribe(place -> {
            if (place.intValue() >= 0) {
                model.unitProperty().set(grid.sheetProperty().get().order()[place.intValue()]);
            }
        });
    }

    private void show() {
        Fields now = model.fieldsProperty().get();
        int[] order = model.orderProperty().get().of(now);
        grid.sheetProperty().set(new PictureGrid.Sheet(now.width(), now.height(), now.pictures(), limits(now), order));
        if (now.between().values().length > 0) {
            map.rowNamesProperty().set(names("to unit ", order));
            map.columnNamesProperty().set(names("from unit ", order));
            map.limitProperty().set(now.between().limit(FAINTEST));
            map.matrixProperty().set(now.between().reordered(order));
        }
        mark();
    }

    private double[] limits(Fields now) {
        double all = limit(now);
        return IntStream.range(0, now.units())
                .mapToDouble(unit -> model.ownScaleProperty().get()
                        ? Math.max(FAINTEST, Math.abs(now.pictures().at(unit, now.strongest(unit))))
                        : all)
                .toArray();
    }

    /** The size of a weight that has the full colour where all units have one scale. */
    static double limit(Fields now) {
        return now.pictures().limit(FAINTEST);
    }

    private static List<String> names(String before, int[] order) {
        return Arrays.stream(order).mapToObj(unit -> before + (unit + 1)).toList();
    }

    /** In the weights between the units, what leads from the chosen one to itself is marked. */
    private void mark() {
        int unit = model.unitProperty().get();
        int place = grid.sheetProperty().get().placeOf(unit);
        if (map.pointedProperty().get() != place) {
            map.timeProperty().set(Math.max(0, place));
            map.pointedProperty().set(place);
        }
        words.setText(place < 0 ? INVITATION : model.fieldsProperty().get().words(unit));
        words.getStyleClass().remove("for-hands");
        if (unit == Cues.NONE) {
            words.getStyleClass().add("for-hands");
        }
    }

    /** A row for each unit in the order that is shown. */
    @Override
    public List<Table> tables() {
        Fields now = model.fieldsProperty().get();
        if (now.units() == 0) {
            return List.of();
        }
        int[] order = grid.sheetProperty().get().order();
        List<Table.Column> columns = new ArrayList<>();
        columns.add(new Table.Column("unit", order.length, i -> Integer.toString(order[i] + 1)));
        columns.add(new Table.Column("norm", order.length, i -> Double.toString(now.norm(order[i]))));
        for (int pixel = 0; pixel < now.pictures().columns(); pixel++) {
            int at = pixel;
            columns.add(new Table.Column(
                    "x" + (pixel % now.width() + 1) + " y" + (pixel / now.width() + 1),
                    order.length,
                    i -> Float.toString(now.pictures().at(order[i], at))));
        }
        List<Table> tables = new ArrayList<>(List.of(new Table("", columns)));
        Optional<Slot> between = now.part().flatMap(FieldPart::between);
        between.ifPresent(slot ->
                tables.add(new Table(slot.title(), map.tables().getFirst().columns())));
        return tables;
    }

    @Override
    protected void layoutChildren() {
        double wide = getWidth();
        double line = words.prefHeight(wide);
        double high = Math.max(0, getHeight() - line - GAP);
        words.resizeRelocate(0, high + GAP, wide, line);
        boolean beside = wide > WIDE * high;
        double first = Math.rint(SHARE * ((beside ? wide : high) - GAP));
        double mapWide = beside ? wide - first - GAP : wide;
        double mapHigh = beside ? high : Math.max(0, high - first - GAP);
        double em = words.getFont().getSize();
        map.setVisible(model.fieldsProperty().get().between().values().length > 0
                && mapWide >= LEAST_WIDE * em
                && mapHigh >= LEAST_HIGH * em);
        map.resizeRelocate(wide - mapWide, high - mapHigh, mapWide, mapHigh);
        grid.resizeRelocate(0, 0, map.isVisible() && beside ? first : wide, map.isVisible() && !beside ? first : high);
    }
}
