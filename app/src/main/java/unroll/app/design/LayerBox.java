package unroll.app.design;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import unroll.engine.model.Plan;

/** A layer in the drawing, or the input or the output. */
final class LayerBox extends VBox {
    /** Its size where the drawing is as large as its plan. */
    static final double WIDTH = 136;

    static final double HEIGHT = 46;

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass FAULTY = PseudoClass.getPseudoClass("faulty");
    private static final PseudoClass AIM = PseudoClass.getPseudoClass("aim");

    private final String name;

    LayerBox(String name, NetworkDrawing drawing) {
        this.name = name;
        Label title = new Label(title(name));
        title.getStyleClass().add("plan-name");
        Label detail = new Label(detail(name, drawing));
        detail.getStyleClass().add("plan-detail");
        getStyleClass()
                .addAll("plan-box", name.equals(Plan.INPUT) || name.equals(Plan.OUTPUT) ? "plan-end" : "plan-layer");
        getChildren().addAll(title, detail);
        setManaged(false);
        setAccessibleText(title.getText() + ", " + detail.getText());
        pseudoClassStateChanged(FAULTY, drawing.faulty(name));
    }

    String name() {
        return name;
    }

    /** Puts its middle and its upper edge there, in a drawing of that scale. */
    void put(double middle, double top, double scale) {
        resizeRelocate(
                Math.rint(middle - WIDTH * scale / 2),
                Math.rint(top),
                Math.rint(WIDTH * scale),
                Math.rint(HEIGHT * scale));
    }

    double middleX() {
        return getLayoutX() + getWidth() / 2;
    }

    double middleY() {
        return getLayoutY() + getHeight() / 2;
    }

    double right() {
        return getLayoutX() + getWidth();
    }

    double bottom() {
        return getLayoutY() + getHeight();
    }

    void choose(boolean chosen) {
        pseudoClassStateChanged(CHOSEN, chosen);
    }

    void aim(boolean aimed) {
        pseudoClassStateChanged(AIM, aimed);
    }

    private static String title(String name) {
        return switch (name) {
            case Plan.INPUT -> "input v";
            case Plan.OUTPUT -> "output o";
            default -> name;
        };
    }

    private static String detail(String name, NetworkDrawing drawing) {
        return switch (name) {
            case Plan.INPUT -> drawing.inputs();
            case Plan.OUTPUT -> drawing.outputs();
            default ->
                drawing.editable()
                        ? drawing.plan()
                                .layer(name)
                                .map(layer -> layer.cell() + " \u00b7 " + layer.units())
                                .orElse("")
                        : drawing.words();
        };
    }
}
