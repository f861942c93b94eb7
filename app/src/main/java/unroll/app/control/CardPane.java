package unroll.app.control;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Rectangle2D;
import javafx.scene.layout.Pane;

/** The cards of a screen, each in its place; one of them can have all the room. */
public final class CardPane extends Pane {
    /** Between two cards, in pixels. */
    public static final double GAP = 12;

    /** Says where cards lie. */
    @FunctionalInterface
    public interface Plan {
        /**
         * The place of each card within the room, in the cards' order.
         *
         * @param width of the room in pixels
         * @param height of the room
         * @param em the font size
         */
        List<Rectangle2D> places(double width, double height, double em);
    }

    private final List<Card> cards;
    private final Plan plan;
    private final Em em = new Em();

    /** Shows {@code cards} as in {@code plan}, within the padding that the style sheet gives. */
    public CardPane(List<Card> cards, Plan plan) {
        this.cards = List.copyOf(cards);
        this.plan = plan;
        getStyleClass().add("cards");
        setMinSize(0, 0);
        getChildren().add(em);
        getChildren().addAll(cards);
        cards.forEach(card -> card.maximisedProperty().subscribe(large -> show()));
    }

    /** Shows all cards again where one was enlarged; false if none was. */
    public boolean restore() {
        boolean alone = alone();
        cards.forEach(card -> card.maximisedProperty().set(false));
        return alone;
    }

    private boolean alone() {
        return cards.stream().anyMatch(card -> card.maximisedProperty().get());
    }

    private void show() {
        boolean alone = alone();
        cards.forEach(card -> card.setVisible(!alone || card.maximisedProperty().get()));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        Insets edge = getInsets();
        double width = getWidth() - edge.getLeft() - edge.getRight();
        double height = getHeight() - edge.getTop() - edge.getBottom();
        List<Rectangle2D> places = plan.places(Math.max(0, width), Math.max(0, height), em.size());
        for (int i = 0; i < cards.size(); i++) {
            Rectangle2D place =
                    alone() ? new Rectangle2D(0, 0, Math.max(0, width), Math.max(0, height)) : places.get(i);
            cards.get(i)
                    .resizeRelocate(
                            edge.getLeft() + place.getMinX(),
                            edge.getTop() + place.getMinY(),
                            place.getWidth(),
                            place.getHeight());
        }
    }

    /** Cards above each other. */
    public static List<Rectangle2D> above(double width, double height, double upper) {
        double first = Math.rint(upper);
        return List.of(
                new Rectangle2D(0, 0, width, first),
                new Rectangle2D(0, first + GAP, width, Math.max(0, height - first - GAP)));
    }
}
