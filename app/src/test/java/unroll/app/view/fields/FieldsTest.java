package unroll.app.view.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import unroll.app.chart.Matrix;
import unroll.engine.model.Layout;
import unroll.engine.model.Layout.Role;
import unroll.engine.model.Layout.Slot;

/** What is told of units whose weights are known. */
class FieldsTest {
    private static final int WIDTH = 4;
    private static final int HEIGHT = 3;

    /** One dot a unit, at a column and a row of the picture, of that weight. */
    private static Fields dots(double[][] dots) {
        Slot weights = Layout.builder()
                .add("W", Role.INPUT_WEIGHT, dots.length, WIDTH * HEIGHT)
                .build()
                .parts()
                .getFirst();
        double[] numbers = new double[weights.size()];
        for (int unit = 0; unit < dots.length; unit++) {
            numbers[unit * WIDTH * HEIGHT + (int) (dots[unit][1] * WIDTH + dots[unit][0])] = dots[unit][2];
        }
        List<FieldPart> offered = List.of(new FieldPart(weights, false, Optional.empty(), true));
        return Fields.of(3, offered, "", WIDTH, HEIGHT, slot -> numbers);
    }

    @Test
    void aDotIsWhereItsWeightIs() {
        Fields fields = dots(new double[][] {{3, 0, -0.5}, {0, 2, 2}});
        assertThat(fields.norm(0)).isCloseTo(0.5, within(1e-7));
        assertThat(fields.strongest(0)).isEqualTo(3);
        assertThat(fields.centre(1)).isEqualTo(new Fields.Centre(0, 2));
        assertThat(fields.words(0)).isEqualTo("unit 1 \u00b7 norm 0.500 \u00b7 \u22120.500 at pixel 4, 1");
        assertThat(fields.words(1)).isEqualTo("unit 2 \u00b7 norm 2.00 \u00b7 +2.00 at pixel 1, 3");
    }

    @Test
    void theCentreOfTwoDotsIsNearerToTheStrongerByTheSquare() {
        float[] numbers = new float[WIDTH * HEIGHT];
        numbers[0] = 1;
        numbers[3] = -2; // three pixels away, four times as important
        Fields fields = new Fields(
                0, List.of(), Optional.empty(), WIDTH, HEIGHT, new Matrix(1, WIDTH * HEIGHT, numbers), Matrix.EMPTY);
        assertThat(fields.centre(0).x()).isCloseTo(2.4, within(1e-12));
        assertThat(fields.norm(0)).isCloseTo(Math.sqrt(5), within(1e-12));
    }

    @Test
    void unitsStandAsNumberedOrTheStrongestFirst() {
        Fields fields = dots(new double[][] {{0, 0, 1}, {1, 0, -3}, {2, 0, 0}, {3, 0, 2}});
        assertThat(FieldOrder.NUMBER.of(fields)).containsExactly(0, 1, 2, 3);
        assertThat(FieldOrder.STRENGTH.of(fields)).containsExactly(1, 3, 0, 2);
    }

    /** Four of which two lie above: two bands of two. A unit with no weights lies nowhere and is the last. */
    @Test
    void byPlaceTheyStandAsOneReads() {
        Fields fields = dots(new double[][] {{2, 2, 1}, {3, 0, 1}, {0, 2, -9}, {1, 0, 1}});
        assertThat(FieldOrder.PLACE.of(fields)).containsExactly(3, 1, 2, 0);
        Fields dead = dots(new double[][] {{0, 0, 0}, {3, 2, 1}, {1, 0, 1}});
        assertThat(FieldOrder.PLACE.of(dead)).containsExactly(2, 1, 0);
    }

    @Test
    void whatIsNoNumberHidesNoUnit() {
        Fields fields = dots(new double[][] {{0, 0, Double.NaN}, {3, 2, 1}, {1, 0, 1}});
        for (FieldOrder order : FieldOrder.values()) {
            assertThat(order.of(fields)).containsExactlyInAnyOrder(0, 1, 2);
        }
        assertThat(fields.words(0)).startsWith("unit 1");
    }

    @Test
    void ofNoNetworkThereIsNothing() {
        assertThat(Fields.of(1, List.of(), "W", 4, 3, slot -> new double[0])).isEqualTo(Fields.NONE);
        assertThat(FieldOrder.PLACE.of(Fields.NONE)).isEmpty();
    }
}
