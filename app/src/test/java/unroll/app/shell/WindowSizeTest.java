package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A window that opens is not larger than its screen. */
class WindowSizeTest extends BenchTest {
    @AfterEach
    void leaveTheStageAsItWas() {
        BenchFixture.doOnWindow(() -> {
            fixture.stage.setMaximized(false);
            fixture.stage.setMinWidth(0);
            fixture.stage.setMinHeight(0);
            fixture.stage.sizeToScene();
            fixture.stage.setWidth(1440);
            fixture.stage.setHeight(900);
        });
    }

    @ParameterizedTest
    @CsvSource({"1440, 900, true", "1366, 950, true", "1440, 940, false", "1920, 1040, false", "1280, 700, true"})
    void itFillsAScreenThatHasNoRoomForItAndNoOther(double width, double height, boolean fills) {
        BenchFixture.doOnWindow(() -> fixture.bench.fit(new Rectangle2D(0, 0, width, height)));
        assertThat(fixture.stage.isMaximized()).isEqualTo(fills);
        if (fills && width < 1440) {
            assertThat(fixture.stage.getMinWidth())
                    .as("it can be as small as the screen")
                    .isLessThanOrEqualTo(width);
        }
    }
}
