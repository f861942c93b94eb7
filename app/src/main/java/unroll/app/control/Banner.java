package unroll.app.control;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import unroll.app.address.NodeAddress;
import unroll.app.look.Icon;

/** A quiet line of words with what can be done about them; it takes no room while there are none. */
public final class Banner extends Region {
    /** Where the words would have less of the width beside what may be done, they stand above it. */
    private static final double WORDS = 0.5;

    private static final double GAP = 10;

    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final Label words = new Label();
    private final FlowPane offers = new FlowPane(GAP, GAP);

    /** A banner in the style of {@code style}, "banner-note" or "banner-trouble", with what may be done about it. */
    public Banner(String style, String icon, Button... actions) {
        words.textProperty().bind(text);
        words.setGraphic(new Icon(icon));
        words.setWrapText(true);
        getStyleClass().addAll("banner", style);
        for (Button action : actions) {
            action.setMinWidth(USE_PREF_SIZE);
            offers.getChildren().add(action);
        }
        getChildren().addAll(words, offers);
        setMinHeight(USE_PREF_SIZE);
        visibleProperty().bind(text.isNotEmpty());
        managedProperty().bind(visibleProperty());
    }

    /** A banner across the window with these words, until they are put away. */
    public static Banner notice(String style, String icon, ObservableValue<String> words, Runnable putAway) {
        Button close =
                NodeAddress.command("window.escape").on(new QuietButton("close", "Put the message away", putAway));
        Banner banner = new Banner(style, icon, close);
        banner.getStyleClass().add("notice");
        banner.textProperty().bind(words);
        return banner;
    }

    /** Its words; none hide it. */
    public StringProperty textProperty() {
        return text;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double inside(double width) {
        return width - snappedLeftInset() - snappedRightInset();
    }

    /** The width of all that may be done in one row. */
    private double row() {
        return offers.getChildren().stream()
                .mapToDouble(offer -> snapSizeX(offer.prefWidth(-1)) + GAP)
                .reduce(-GAP, Double::sum);
    }

    private double besideOffers(double inside) {
        double wanted = row();
        return wanted > 0 ? inside - wanted - GAP : inside;
    }

    private boolean stacked(double inside) {
        double beside = besideOffers(inside);
        return beside < WORDS * inside && words.prefWidth(-1) > beside;
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + words.prefWidth(-1) + GAP + row() + snappedRightInset();
    }

    @Override
    protected double computePrefHeight(double width) {
        double inside = inside(width < 0 ? prefWidth(-1) : width);
        double content = stacked(inside)
                ? words.prefHeight(inside) + GAP + offers.prefHeight(inside)
                : Math.max(words.prefHeight(besideOffers(inside)), offers.prefHeight(row()));
        return snappedTopInset() + snapSizeY(content) + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        double inside = inside(getWidth());
        double height = getHeight() - snappedTopInset() - snappedBottomInset();
        double left = snappedLeftInset();
        double top = snappedTopInset();
        if (stacked(inside)) {
            double tall = offers.prefHeight(inside);
            words.resizeRelocate(left, top, inside, height - tall - GAP);
            offers.resizeRelocate(left, top + height - tall, inside, tall);
        } else {
            double offered = Math.max(0, row());
            double tall = offers.prefHeight(offered);
            words.resizeRelocate(left, top, besideOffers(inside), height);
            offers.resizeRelocate(left + inside - offered, top + Math.rint((height - tall) / 2), offered, tall);
        }
    }
}
