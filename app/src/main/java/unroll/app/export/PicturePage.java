package unroll.app.export;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import unroll.app.look.Theme;

/** A picture with its caption below, laid out off-screen. */
final class PicturePage extends VBox {
    private final StringProperty moment = new SimpleStringProperty(this, "moment", "");

    /** @param picture already of the size that it shall have */
    PicturePage(Region picture, Caption caption, Theme theme) {
        getStyleClass().add("page");
        getChildren().add(picture);
        picture.setMinSize(picture.getPrefWidth(), picture.getPrefHeight());
        picture.setMaxSize(picture.getPrefWidth(), picture.getPrefHeight());
        moment.set(caption.moment());
        if (!caption.isEmpty()) {
            getChildren().add(words(caption, picture.getPrefWidth()));
        }
        Scene scene = new Scene(this);
        theme.dress(scene);
        applyCss();
        double width = even(prefWidth(-1));
        double height = even(prefHeight(width));
        setMinSize(width, height);
        setPrefSize(width, height);
        setMaxSize(width, height);
        resize(width, height);
        arrange();
    }

    /** When in the experiment the picture is; what was said first is no shorter than what follows. */
    StringProperty momentProperty() {
        return moment;
    }

    /** Gives everything its style and its place; the size stays as it is. */
    void arrange() {
        applyCss();
        layout();
    }

    /** Films of an odd width or height are none. */
    private static double even(double size) {
        return 2 * Math.ceil(size / 2);
    }

    private VBox words(Caption caption, double width) {
        Label name = new Label(caption.name());
        name.getStyleClass().add("page-name");
        Label when = new Label();
        when.getStyleClass().add("page-moment");
        when.textProperty().bind(moment);
        FlowPane first = new FlowPane(name, when);
        first.getStyleClass().add("page-line");
        first.setPrefWrapLength(width);
        Label facts = new Label(String.join(" \u00b7 ", caption.facts()));
        facts.getStyleClass().add("page-facts");
        facts.setWrapText(true);
        facts.setMinHeight(USE_PREF_SIZE);
        VBox words = new VBox(first, facts);
        words.getStyleClass().add("page-caption");
        words.setMinWidth(width);
        words.setMaxWidth(width);
        return words;
    }
}
