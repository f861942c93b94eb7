package unroll.app.control;

import atlantafx.base.controls.Popover;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Help in a bubble beside what it is about, until something else is clicked. */
public final class HelpBubble {
    private HelpBubble() {}

    /** Words of help that are as high as they need to be. */
    public static Label label(String style, String text) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** A title and what stands below it. */
    public static VBox content(String title, List<? extends Node> words) {
        VBox content = new VBox(label("help-title", title));
        content.getStyleClass().add("setting-help");
        content.getChildren().addAll(words);
        return content;
    }

    /** Shows it left of a row of settings. */
    public static void beside(Node row, Node content) {
        show(row, content, Popover.ArrowLocation.RIGHT_TOP);
    }

    /** Shows it below a button or a title. */
    public static void below(Node node, Node content) {
        show(node, content, Popover.ArrowLocation.TOP_CENTER);
    }

    private static void show(Node owner, Node content, Popover.ArrowLocation arrow) {
        Popover bubble = new Popover(content);
        bubble.setDetachable(false);
        bubble.setAnimated(false);
        bubble.setFadeInDuration(Duration.ZERO);
        bubble.setArrowLocation(arrow);
        bubble.show(owner);
    }
}
