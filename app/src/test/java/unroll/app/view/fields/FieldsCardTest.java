package unroll.app.view.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import unroll.app.Alone;
import unroll.app.chart.Heatmap;
import unroll.app.chart.Matrix;
import unroll.app.chart.PictureGrid;
import unroll.app.control.Card;
import unroll.app.control.Table;
import unroll.app.view.Cues;
import unroll.engine.model.Layout;
import unroll.engine.model.Layout.Role;

/** Sixty units that each have one dot, the last the strongest; weight i, j between them is 100 i + j. */
class FieldsCardTest {
    private static final int UNITS = 60;
    private static final int WIDTH = 6;
    private static final int PIXELS = WIDTH * 5;

    private final FxRobot robot = new FxRobot();
    private final FieldsModel model = new FieldsModel();
    private final IntegerProperty everywhere = new SimpleIntegerProperty(Cues.NONE);
    private FieldsView view;
    private PictureGrid grid;
    private Heatmap map;

    @BeforeEach
    void showThem() throws Exception {
        show(620, 300);
    }

    private void show(int width, int height) throws Exception {
        Card card = Alone.shown(width, height, () -> FieldsCard.of(model, everywhere));
        robot.interact(() -> model.show(fields(true)));
        view = (FieldsView) card.lookup(".picture-grid").getParent();
        grid = (PictureGrid) card.lookup(".picture-grid");
        map = (Heatmap) card.lookup(".heatmap");
        settle();
    }

    private static void settle() {
        WaitForAsyncUtils.waitForFxEvents(5);
    }

    private static Fields fields(boolean shown) {
        var layout = Layout.builder()
                .add("W", Role.INPUT_WEIGHT, UNITS, PIXELS)
                .add("W_hh", Role.RECURRENT_WEIGHT, UNITS, UNITS)
                .build();
        float[] pictures = new float[UNITS * PIXELS];
        float[] between = new float[UNITS * UNITS];
        for (int unit = 0; unit < UNITS; unit++) {
            pictures[unit * PIXELS + unit % PIXELS] = unit + 1;
            for (int from = 0; from < UNITS; from++) {
                between[unit * UNITS + from] = 100 * unit + from;
            }
        }
        FieldPart part = new FieldPart(layout.slot("W"), false, Optional.of(layout.slot("W_hh")), shown);
        return new Fields(
                7,
                List.of(part),
                Optional.of(part),
                WIDTH,
                PIXELS / WIDTH,
                new Matrix(UNITS, PIXELS, pictures),
                new Matrix(UNITS, UNITS, between));
    }

    private String words() {
        return view.lookupAll(".stepped-words").stream()
                .map(Label.class::cast)
                .map(Label::getText)
                .findFirst()
                .orElseThrow();
    }

    /** Into the upper left corner, where the first picture stands. */
    private void clickOnTheFirst() {
        Bounds there = grid.localToScreen(grid.getBoundsInLocal());
        robot.clickOn(there.getMinX() + 4, there.getMinY() + 4);
    }

    @Test
    void aClickAndTheKeysChooseAUnitInAllViewsAndTheOtherWayAbout() {
        clickOnTheFirst();
        assertThat(everywhere.get()).isZero();
        assertThat(words()).isEqualTo("unit 1 \u00b7 norm 1.00 \u00b7 +1.00 at pixel 1, 1 \u00b7 +0.00 to itself");
        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.LEFT);
        assertThat(everywhere.get()).isEqualTo(1);
        robot.push(KeyCode.UP);
        assertThat(everywhere.get()).as("there is no row above").isEqualTo(1);
        robot.push(KeyCode.DOWN);
        int columns = everywhere.get() - 1;
        assertThat(columns).isGreaterThan(2);
        robot.push(KeyCode.END);
        assertThat(everywhere.get()).isEqualTo(UNITS - 1);
        robot.push(KeyCode.HOME);
        assertThat(everywhere.get()).isZero();
        robot.interact(() -> everywhere.set(33));
        assertThat(model.unitProperty().get()).isEqualTo(33);
        assertThat(map.pointedProperty().get()).isEqualTo(33);
        robot.interact(() -> map.pointedProperty().set(12));
        assertThat(everywhere.get()).isEqualTo(12);
        robot.interact(() -> model.show(fields(true)));
        assertThat(everywhere.get()).as("it stays while the network learns").isEqualTo(12);
    }

    @Test
    void otherUnitsThanTheOtherViewsShowAreChosenHereAlone() {
        robot.interact(() -> {
            everywhere.set(5);
            model.show(fields(false));
        });
        assertThat(model.unitProperty().get()).isEqualTo(Cues.NONE);
        clickOnTheFirst();
        assertThat(model.unitProperty().get()).isZero();
        assertThat(everywhere.get()).isEqualTo(5);
    }

    @Test
    void theWeightsBetweenStandInTheSameOrder() {
        robot.interact(() -> {
            everywhere.set(3);
            model.orderProperty().set(FieldOrder.STRENGTH);
        });
        Matrix shown = map.matrixProperty().get();
        for (int row = 0; row < UNITS; row++) {
            for (int column = 0; column < UNITS; column++) {
                assertThat(shown.at(row, column)).isEqualTo(100 * (UNITS - 1 - row) + UNITS - 1 - column);
            }
        }
        assertThat(map.pointedProperty().get()).as("the chosen one").isEqualTo(UNITS - 1 - 3);
        assertThat(everywhere.get()).isEqualTo(3);
        List<Table> tables = view.tables();
        assertThat(tables).extracting(Table::name).containsExactly("", "W_hh");
        assertThat(tables.getFirst().cell(0, 0)).isEqualTo("60");
        assertThat(tables.getFirst().cell(0, 1)).isEqualTo("60.0");
        assertThat(tables.getFirst().columns().get(2 + 29).head()).isEqualTo("x6 y5");
        assertThat(tables.getFirst().cell(0, 2 + 29)).isEqualTo("60.0");
        assertThat(tables.getLast().columns().get(1).head()).isEqualTo("from unit 60");
        assertThat(tables.getLast().cell(1, 0)).isEqualTo("to unit 59");
        assertThat(tables.getLast().cell(1, 1)).isEqualTo("5859.0");
    }

    @Test
    void allUnitsHaveOneScaleOrEachItsOwn() {
        assertThat(grid.sheetProperty().get().limits()).containsOnly(60);
        robot.interact(() -> model.ownScaleProperty().set(true));
        double[] limits = grid.sheetProperty().get().limits();
        for (int unit = 0; unit < UNITS; unit++) {
            assertThat(limits[unit]).isEqualTo(unit + 1);
        }
    }

    @Test
    void whatDoesNotFitIsScrolledToWhenItIsChosen() throws Exception {
        show(300, 260);
        ScrollBar bar = (ScrollBar) grid.getChildrenUnmodifiable().stream()
                .filter(ScrollBar.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(bar.isVisible()).isTrue();
        robot.interact(() -> everywhere.set(UNITS - 1));
        settle();
        Node mark = grid.lookup(".marked-cell");
        assertThat(bar.getValue()).isEqualTo(bar.getMax());
        assertThat(mark.isVisible()).isTrue();
        assertThat(mark.getBoundsInParent().getMaxY()).isLessThanOrEqualTo(grid.getHeight() + 2);
        robot.interact(() -> bar.setValue(0));
        settle();
        assertThat(mark.isVisible()).as("scrolled away by hand").isFalse();
    }
}
