package unroll.app.control;

import javafx.beans.binding.StringExpression;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The line above the cards of a screen: how far something is, in words and as a bar, and what stands at its end. */
public final class HeadLine extends VBox {
    /** Width of the help where a text is longer than its two lines. */
    private static final double WHOLE = 560;

    private final ProgressBar bar = new ProgressBar();

    /**
     * A line with a bar.
     *
     * @param standing how far it is
     * @param done the part that is done, from 0 to 1
     * @param end what stands at the right
     */
    public HeadLine(ObservableValue<String> standing, ObservableValue<? extends Number> done, Node end) {
        Label words = new Label();
        words.getStyleClass().add("head-standing");
        words.textProperty().bind(standing);
        words.setMinWidth(USE_PREF_SIZE);
        bar.progressProperty().bind(done);
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        HBox line = new HBox(words, bar, end);
        line.getStyleClass().add("head-line");
        getStyleClass().add("head");
        getChildren().add(line);
    }

    /** Shows the bar only while there is something to wait for. */
    public void showBarWhile(ObservableValue<Boolean> waiting) {
        bar.visibleProperty().bind(waiting.map(yes -> yes));
    }

    /** Says below the line what it is about: two lines of a text, all of it in their tooltip. */
    public void tell(StringExpression text) {
        Label about = new Label();
        about.getStyleClass().add("head-about");
        about.setWrapText(true);
        about.textProperty().bind(text);
        Tooltip whole = new Tooltip();
        whole.setWrapText(true);
        whole.setMaxWidth(WHOLE);
        whole.textProperty().bind(text);
        about.setTooltip(whole);
        about.visibleProperty().bind(text.isNotEmpty());
        about.managedProperty().bind(about.visibleProperty());
        getChildren().add(about);
    }
}
