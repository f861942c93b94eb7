package unroll.app.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import unroll.app.chart.Drawn;
import unroll.app.chart.Swatch;
import unroll.app.control.Card;

/**
 * A view while its picture is taken, as a figure: without what is there for hands (tabs, buttons, hints, the mark of the view that
 * keys move), and drawn as sharply as the picture.
 */
public final class Pose {
    /** What shows where the mouse is, and what is there to be changed. */
    private static final List<String> OF_THE_MOUSE = List.of("hair", "readout", "for-hands");

    /** What is seen in pictures alone: a legend that stands elsewhere in the window. */
    private static final String FOR_PICTURES = "for-pictures";

    /** What style sheets call the view that keys move. */
    private static final PseudoClass IN_HAND = PseudoClass.getPseudoClass("in-hand");

    private final List<Runnable> undo = new ArrayList<>();

    private Pose(Parent view, double pixels) {
        each(view, node -> {
            if (node.getStyleClass().remove(FOR_PICTURES)) { // a style sheet would hide it again
                undo.add(() -> node.getStyleClass().add(FOR_PICTURES));
                fade(node, 1);
            } else if (!belongs(node)) {
                fade(node, 0);
            }
            if (node instanceof Card card) {
                frame(card);
            }
            if (node instanceof Drawn drawn && pixels != 1) {
                drawn.sharpen(pixels);
                undo.add(() -> drawn.sharpen(1));
            }
        });
    }

    /**
     * Does something while a view poses, and has it be as before.
     *
     * @param pixels for each point of the screen
     */
    public static <T> T during(Parent view, double pixels, Supplier<T> work) {
        view.layout();
        view.applyCss(); // what the layout made has no colours yet
        Pose pose = new Pose(view, pixels);
        try {
            view.applyCss();
            view.layout();
            return work.get();
        } finally {
            pose.undo.forEach(Runnable::run);
            view.layout();
        }
    }

    private void frame(Card card) {
        if (!card.isFigure()) {
            card.showFigure(Pose::explains);
            undo.add(card::showActions);
        }
        if (card.getPseudoClassStates().contains(IN_HAND)) {
            card.pseudoClassStateChanged(IN_HAND, false);
            undo.add(() -> card.pseudoClassStateChanged(IN_HAND, true));
        }
    }

    private void fade(Node node, double opacity) {
        double before = node.getOpacity();
        node.setOpacity(opacity);
        undo.add(() -> node.setOpacity(before));
    }

    /** A button does not, except one that says what a colour means and is on. */
    private static boolean belongs(Node node) {
        boolean button =
                node instanceof ButtonBase && node.getStyleClass().stream().anyMatch(Pose::quiet);
        return (!button || explains(node)) && OF_THE_MOUSE.stream().noneMatch(node.getStyleClass()::contains);
    }

    /** Whether it is the entry of a legend that can be pressed. */
    private static boolean explains(Node node) {
        return node instanceof ToggleButton toggle && toggle.getGraphic() instanceof Swatch && toggle.isSelected();
    }

    private static boolean quiet(String style) {
        return style.equals("quiet-button") || style.equals("quiet-toggle");
    }

    /** Everything that is seen, from the outside inwards. */
    public static void each(Node node, Consumer<Node> action) {
        if (node.isVisible()) {
            action.accept(node);
            if (node instanceof Parent parent) {
                List.copyOf(parent.getChildrenUnmodifiable()).forEach(child -> each(child, action));
            }
        }
    }
}
