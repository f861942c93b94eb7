package unroll.app.control;

import java.util.List;

/** The cards of a screen, of which one can have the others' room. */
public final class CardGroup {
    private final List<Card> cards;
    private final Runnable layout;

    /** @param layout gives each card its place; runs now, and whenever other cards are visible */
    public CardGroup(List<Card> cards, Runnable layout) {
        this.cards = List.copyOf(cards);
        this.layout = layout;
        cards.forEach(card -> card.maximisedProperty().subscribe(large -> arrange()));
    }

    /** Shows the cards that have room, then gives them their places. */
    public void arrange() {
        boolean alone = alone();
        for (Card card : cards) {
            card.setVisible(!alone || card.maximisedProperty().get());
            card.setManaged(card.isVisible());
        }
        layout.run();
    }

    /** Gives every card its own room again; false if all had it already. */
    public boolean restore() {
        boolean alone = alone();
        cards.forEach(card -> card.maximisedProperty().set(false));
        return alone;
    }

    private boolean alone() {
        return cards.stream().anyMatch(card -> card.maximisedProperty().get());
    }
}
