package unroll.app.own;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import unroll.app.chart.SmallBars;
import unroll.app.control.Chooser;
import unroll.engine.series.ColumnUse;

/** What stands above a column of the preview: what it is, how its values are distributed, and the list from which its use is chosen. */
final class ColumnHead extends VBox {
    private static final String HELP = """
        What the column is for.
        Input: given to the network. Target: predicted by it.
        Time: when the row was. Series name: tells several series in one file apart.
        As classes: each word is a number of its own that is 0 or 1.\
        """;

    private final Label name = words("preview-name");
    private final Label kind = words("preview-words");
    private final Label missing = words("preview-words");
    private final Chooser uses;
    private SmallBars bars = new SmallBars(List.of());
    private List<ColumnUse> offered = List.of();
    private List<Integer> counts = List.of();

    /** @param choose takes what a person chooses */
    ColumnHead(Consumer<ColumnUse> choose) {
        uses = new Chooser(
                "",
                HELP,
                words -> offered.stream()
                        .filter(use -> use.words().equals(words))
                        .findFirst()
                        .ifPresent(choose));
        uses.setMaxWidth(Double.MAX_VALUE);
        getStyleClass().add("preview-head");
        getChildren().setAll(name, kind, missing, bars, uses);
    }

    private static Label words(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setTooltip(new Tooltip());
        label.getTooltip().textProperty().bind(label.textProperty());
        return label;
    }

    void show(ColumnLook look) {
        name.setText(look.name());
        kind.setText(look.kind());
        missing.setText(look.missing());
        uses.setAccessibleText("Use of " + look.name());
        if (!look.counts().equals(counts)) {
            counts = look.counts();
            bars = new SmallBars(counts);
            getChildren().set(getChildren().size() - 2, bars);
        }
        offered = look.offered();
        SequencedMap<String, String> words = new LinkedHashMap<>();
        offered.forEach(use -> words.put(use.words(), use.words()));
        uses.show(words, look.use().words());
        uses.setDisable(offered.size() < 2);
    }

    /** The list from which the use is chosen. */
    Chooser uses() {
        return uses;
    }
}
