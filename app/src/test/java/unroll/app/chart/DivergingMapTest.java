package unroll.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

class DivergingMapTest {
    private final DivergingMap map = new DivergingMap(Color.BLUE, Color.WHITE, Color.RED, Color.LIME);

    @Test
    void zeroIsExactlyTheMiddleColour() {
        assertThat(map.colour(0)).isEqualTo(0xffffffff);
        assertThat(map.colour(-0.0)).isEqualTo(0xffffffff);
    }

    @Test
    void theEndsAreTheEndsAndWhatIsBeyondTakesThem() {
        assertThat(map.colour(1)).isEqualTo(0xffff0000);
        assertThat(map.colour(-1)).isEqualTo(0xff0000ff);
        assertThat(map.colour(17)).isEqualTo(0xffff0000);
    }

    @Test
    void oppositeNumbersAreEquallyFarFromTheMiddle() {
        for (double x = 0; x <= 1; x += 0.1) {
            int red = map.colour(x) >> 8 & 0xff;
            int blue = map.colour(-x) >> 8 & 0xff;
            assertThat(red).isEqualTo(blue);
        }
    }

    @Test
    void whatIsNoNumberHasAColourOfItsOwn() {
        assertThat(map.colour(Double.NaN)).isEqualTo(0xff00ff00);
    }
}
