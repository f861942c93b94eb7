package unroll.app.design;

import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.Group;

/** Nodes whose letters are as large as a drawing of that scale needs them, in steps that the style sheet has. */
final class LetteredGroup extends Group {
    /** The smallest letters, in tenths of the usual ones. */
    private static final int SMALLEST = 4;

    private static final PseudoClass[] SIZES = IntStream.range(0, 10)
            .mapToObj(i -> PseudoClass.getPseudoClass("size-" + (SMALLEST + i)))
            .toArray(PseudoClass[]::new);

    LetteredGroup() {
        getStyleClass().add("plan-drawing");
    }

    /** Letters of so many tenths of their usual size. */
    void letters(int tenths) {
        int chosen = Math.clamp(tenths - SMALLEST, 0, SIZES.length - 1);
        for (int size = 0; size < SIZES.length; size++) {
            pseudoClassStateChanged(SIZES[size], size == chosen);
        }
    }
}
