package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
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
        BenchFixture.doOnWindow(() -> fixture.bench.fit(List.of(new Rectangle2D(0, 0, width, height))));
        assertThat(fixture.stage.isMaximized()).isEqualTo(fills);
        if (fills && width < 1440) {
            assertThat(fixture.stage.getMinWidth())
                    .as("it can be as small as the screen")
                    .isLessThanOrEqualTo(width);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "200, 100, 1200, 800, 200, 100, 1200, 800, as it was",
        "2000, 100, 1200, 800, 2000, 100, 1200, 800, on the second screen",
        "9000, 100, 1200, 800, 360, 140, 1200, 800, where its screen is gone",
        "0, 0, 1e9, 1e9, 0, 0, 1920, 1080, where no screen is so large"
    })
    void itComesBackWhereItWasAsFarAsTheScreensAllow(
            double x,
            double y,
            double width,
            double height,
            double atX,
            double atY,
            double wide,
            double tall,
            String when)
            throws IOException {
        fixture.close();
        Files.writeString(
                folder.resolve("preferences.json"),
                "{\"tourSeen\": true, \"window\": {\"x\": %s, \"y\": %s, \"width\": %s, \"height\": %s}}"
                        .formatted(x, y, width, height));
        startUp();
        BenchFixture.doOnWindow(() ->
                fixture.bench.fit(List.of(new Rectangle2D(0, 0, 1920, 1080), new Rectangle2D(1920, 0, 1920, 1080))));
        assertThat(BenchFixture.onWindow(() -> List.of(
                        fixture.stage.getX(),
                        fixture.stage.getY(),
                        fixture.stage.getWidth(),
                        fixture.stage.getHeight())))
                .as(when)
                .containsExactly(atX, atY, wide, tall);
    }

    @Test
    void whereItIsClosedIsKept() {
        BenchFixture.doOnWindow(() -> {
            fixture.stage.setX(77);
            fixture.stage.setY(55);
            fixture.stage.setWidth(1111);
            fixture.stage.setHeight(777);
        });
        startAgain();
        BenchFixture.doOnWindow(() -> fixture.bench.fit(List.of(new Rectangle2D(0, 0, 1920, 1080))));
        assertThat(fixture.stage.getX()).isEqualTo(77);
        assertThat(fixture.stage.getY()).isEqualTo(55);
        assertThat(fixture.stage.getWidth()).isEqualTo(1111);
        assertThat(fixture.stage.getHeight()).isEqualTo(777);
    }
}
