package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sheet of tables in windows and texts of all sizes, and of tables of many columns. */
class DataSheetLooksTest extends DataSheetBench {
    @ParameterizedTest
    @CsvSource({"100, 1440, 900", "100, 1060, 700", "150, 1060, 700", "200, 1060, 700", "200, 1440, 900"})
    void nothingIsCutWithTextOfAnySize(int percent, double width, double height) throws IOException {
        BenchFixture.doOnWindow(() -> {
            fixture.stage.setWidth(width);
            fixture.stage.setHeight(height);
            while (fixture.theme.textSizeProperty().get() < percent) {
                fixture.theme.larger();
            }
        });
        drop(visits());
        awaitSheet();
        fixture.picture("data-%d-%.0f".formatted(percent, width));
        Bounds window =
                BenchFixture.onWindow(() -> fixture.stage.getScene().getRoot().getLayoutBounds());
        double above = 0;
        for (String part : List.of(
                ".data-sheet",
                ".data-sheet .sheet-title",
                ".data-sheet .banner",
                ".data-sheet .data-words",
                ".data-sheet .export-buttons")) {
            Node node = robot.lookup(part).query();
            Bounds there = BenchFixture.onWindow(() -> node.localToScene(node.getLayoutBounds()));
            assertThat(there.getMinX()).as(part).isGreaterThanOrEqualTo(0);
            assertThat(there.getMaxX()).as(part).isLessThanOrEqualTo(window.getMaxX());
            assertThat(there.getMinY()).as("%s below what is above it", part).isGreaterThanOrEqualTo(above);
            assertThat(there.getMaxY()).as(part).isLessThanOrEqualTo(window.getMaxY());
            above = part.equals(".data-sheet") ? there.getMinY() : there.getMaxY();
        }
        Node scroll = robot.lookup(".data-sheet > .scroll-pane").query();
        assertThat(BenchFixture.onWindow(() -> scroll.getLayoutBounds().getHeight()))
                .as("the table is seen, too")
                .isGreaterThan(120);
        Bounds sheet =
                BenchFixture.onWindow(() -> robot.lookup(".data-rows").query().getLayoutBounds());
        for (Node node : robot.lookup(".data-rows .number-field").queryAll()) {
            Bounds there = BenchFixture.onWindow(() -> node.getBoundsInParent());
            assertThat(there.getMaxX()).as("%s", node).isLessThanOrEqualTo(sheet.getWidth());
        }
    }

    /** Of a table with 207 columns each gets a role of its own, though not all have a place at once. */
    @Test
    void anyOfManyColumnsIsFoundByItsName() throws IOException {
        Path wide = Files.writeString(
                folder.resolve("wide.csv"),
                IntStream.range(0, 207).mapToObj(c -> "c" + c).collect(Collectors.joining(",")) + "\n"
                        + IntStream.range(0, 300)
                                .mapToObj(i -> IntStream.range(0, 207)
                                        .mapToObj(c -> Integer.toString(i * (c + 2) % 11))
                                        .collect(Collectors.joining(",")))
                                .collect(Collectors.joining("\n")));
        drop(wide);
        fixture.await("it is open", () -> training.nameProperty().get().equals("wide"));
        BenchFixture.doOnWindow(() -> fixture.run("data.change"));
        awaitSheet();
        fixture.picture("data-wide");
        assertThat(told()).contains("There are 207 columns, of which the first 120 are shown");
        robot.clickOn(
                (Node node) -> node instanceof TextField field && "Columns named".equals(field.getAccessibleText()));
        robot.write("C20");
        fixture.settle();
        assertThat(told()).startsWith("8 of 207 columns are named so.");
        choose("Use of c205", "target");
        awaitSheet();
        fixture.picture("data-wide-found");
        press("Apply");
        fixture.await("it is an edit", () -> task().columns().targets().equals("c205"));
    }

    private String told() {
        return ((Label) robot.lookup(".data-line > .muted").query()).getText();
    }
}
