package unroll.app.valley;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import unroll.app.chart.Swatch;
import unroll.app.control.Numbers;
import unroll.engine.quadratic.Mode;

/** What theory predicts of each method along each direction: its momentum there, what an update leaves, and how it moves. */
final class TheoryView extends VBox {
    private static final PseudoClass TROUBLE = PseudoClass.getPseudoClass("trouble");
    private static final int DIRECTIONS = 2;

    private final ValleyModel model;
    private final List<Direction> directions = new ArrayList<>();

    /** The lines of one direction. */
    private record Direction(Label heading, List<MethodLine> rows) {}

    /** What theory predicts of one method along it. */
    private record MethodLine(Method method, Label momentum, Label contraction, Label motion, Tooltip help) {}

    TheoryView(ValleyModel model) {
        this.model = model;
        getStyleClass().add("theory");
        GridPane table = new GridPane();
        table.getStyleClass().add("theory-table");
        table.getColumnConstraints().addAll(column(false), column(true), column(true), column(false));
        header(table);
        for (int i = 0; i < DIRECTIONS; i++) {
            directions.add(direction(table, 1 + i * (1 + Method.values().length)));
        }
        getChildren().add(table);
        model.setupProperty().subscribe(this::fill);
        fill();
    }

    private static ColumnConstraints column(boolean number) {
        ColumnConstraints column = new ColumnConstraints();
        column.setHalignment(number ? HPos.RIGHT : HPos.LEFT);
        column.setHgrow(number ? Priority.NEVER : Priority.SOMETIMES);
        column.setMinWidth(USE_PREF_SIZE);
        return column;
    }

    private static void header(GridPane table) {
        Label momentum = heading(
                "\u03bc",
                "The momentum that a method effectively has in a direction: \u03bc for momentum,"
                        + " \u03bc(1 \u2212 \u03b5\u03bb) for Nesterov\u2019s gradient, nothing for gradient descent.");
        Label left = heading(
                "remains",
                "What an update leaves of the distance in the long run: the larger root of"
                        + " z\u00b2 \u2212 (1 + m \u2212 \u03b5\u03bb)z + m. Above 1 it grows.");
        Label way = heading("", "");
        table.addRow(0, new Label(), momentum, left, way);
    }

    private static Label heading(String text, String help) {
        Label label = new Label(text);
        label.getStyleClass().add("theory-heading");
        if (!help.isEmpty()) {
            Tooltip tip = tip();
            tip.setText(help);
            label.setTooltip(tip);
        }
        return label;
    }

    private static Direction direction(GridPane table, int top) {
        Label heading = new Label();
        heading.getStyleClass().add("theory-direction");
        table.add(heading, 0, top, 4, 1);
        List<MethodLine> rows = new ArrayList<>();
        for (Method method : Method.values()) {
            Label name = new Label(method.shortLabel(), new Swatch(method.ink()));
            name.getStyleClass().add("theory-name");
            MethodLine row = new MethodLine(method, number(), number(), new Label(), tip());
            row.motion().getStyleClass().add("theory-motion");
            List<Label> labels = List.of(name, row.momentum(), row.contraction(), row.motion());
            for (Label label : labels) {
                label.setTooltip(row.help());
                label.setMinWidth(USE_PREF_SIZE);
            }
            rows.add(row);
            table.addRow(top + rows.size(), labels.toArray(Label[]::new));
        }
        return new Direction(heading, rows);
    }

    private static Label number() {
        Label number = new Label();
        number.getStyleClass().add("theory-number");
        return number;
    }

    private static Tooltip tip() {
        Tooltip tip = new Tooltip();
        tip.setWrapText(true);
        tip.setMaxWidth(360);
        tip.setShowDelay(Duration.millis(400));
        tip.setShowDuration(Duration.seconds(60));
        return tip;
    }

    private void fill() {
        Setup setup = model.setupProperty().get();
        double[] curvatures = {setup.first(), setup.second()};
        for (int i = 0; i < DIRECTIONS; i++) {
            double curvature = curvatures[i];
            Direction direction = directions.get(i);
            direction
                    .heading()
                    .setText(direction(curvatures, i) + " \u00b7 \u03bb" + (i == 0 ? "\u2081" : "\u2082") + " = "
                            + Numbers.tick(curvature) + ", \u03b5\u03bb = "
                            + ValleyWords.number(setup.rate() * curvature));
            direction.rows().forEach(row -> fill(row, setup, curvature));
        }
    }

    private static void fill(MethodLine row, Setup setup, double curvature) {
        Mode mode = row.method().mode(setup, curvature);
        row.momentum().setText(row.method() == Method.DESCENT ? "" : ValleyWords.number(mode.momentum()));
        row.contraction().setText(ValleyWords.number(mode.contraction()));
        row.motion().setText(ValleyWords.motion(mode));
        row.motion().pseudoClassStateChanged(TROUBLE, mode.diverges());
        row.help().setText(ValleyWords.help(row.method(), setup, curvature));
    }

    private static String direction(double[] curvatures, int i) {
        double other = Arrays.stream(curvatures).sum() - curvatures[i];
        return curvatures[i] < other ? "Flat" : curvatures[i] > other ? "Steep" : "Direction";
    }
}
