package unroll.app.valley;

import java.util.Arrays;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import unroll.app.control.Numbers;
import unroll.app.control.Swatch;
import unroll.engine.quadratic.Mode;

/** What theory says of each method along each direction: its momentum there, what an update leaves, and how it moves. */
final class TheoryView extends VBox {
    private static final PseudoClass TROUBLE = PseudoClass.getPseudoClass("trouble");
    private static final int DIRECTIONS = 2;

    private final ValleyModel model;
    private final Label[] headings = new Label[DIRECTIONS];
    private final Label[][] momenta = new Label[DIRECTIONS][Method.values().length];
    private final Label[][] contractions = new Label[DIRECTIONS][Method.values().length];
    private final Label[][] motions = new Label[DIRECTIONS][Method.values().length];
    private final Tooltip[][] helps = new Tooltip[DIRECTIONS][Method.values().length];

    TheoryView(ValleyModel model) {
        this.model = model;
        getStyleClass().add("theory");
        GridPane table = new GridPane();
        table.getStyleClass().add("theory-table");
        table.getColumnConstraints().addAll(column(false), column(true), column(true), column(false));
        header(table);
        for (int i = 0; i < DIRECTIONS; i++) {
            direction(table, i);
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

    private void direction(GridPane table, int i) {
        headings[i] = new Label();
        headings[i].getStyleClass().add("theory-direction");
        int row = 1 + i * (1 + Method.values().length);
        table.add(headings[i], 0, row, 4, 1);
        for (Method method : Method.values()) {
            int m = method.ordinal();
            helps[i][m] = tip();
            Label name = new Label(method.shortLabel(), new Swatch(method.ink()));
            name.getStyleClass().add("theory-name");
            momenta[i][m] = new Label();
            contractions[i][m] = new Label();
            motions[i][m] = new Label();
            for (Label number : new Label[] {momenta[i][m], contractions[i][m]}) {
                number.getStyleClass().add("theory-number");
            }
            motions[i][m].getStyleClass().add("theory-motion");
            for (Label label : new Label[] {name, momenta[i][m], contractions[i][m], motions[i][m]}) {
                label.setTooltip(helps[i][m]);
                label.setMinWidth(USE_PREF_SIZE);
            }
            table.addRow(row + 1 + m, name, momenta[i][m], contractions[i][m], motions[i][m]);
        }
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
            headings[i].setText(direction(curvatures, i) + " \u00b7 \u03bb" + (i == 0 ? "\u2081" : "\u2082") + " = "
                    + Numbers.tick(curvatures[i]) + ", \u03b5\u03bb = " + Words.number(setup.rate() * curvatures[i]));
            for (Method method : Method.values()) {
                int m = method.ordinal();
                Mode mode = method.mode(setup, curvatures[i]);
                momenta[i][m].setText(method == Method.DESCENT ? "" : Words.number(mode.momentum()));
                contractions[i][m].setText(Words.number(mode.contraction()));
                motions[i][m].setText(Words.motion(mode));
                motions[i][m].pseudoClassStateChanged(TROUBLE, mode.diverges());
                helps[i][m].setText(Words.help(method, setup, curvatures[i]));
            }
        }
    }

    private static String direction(double[] curvatures, int i) {
        double other = Arrays.stream(curvatures).sum() - curvatures[i];
        return curvatures[i] < other ? "Flat" : curvatures[i] > other ? "Steep" : "Direction";
    }
}
