package unroll.app.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import unroll.app.own.Visits;
import unroll.engine.task.OwnSeries;

/** A test by somebody who drops tables on the window and has their sheet before them. */
abstract class DataSheetBench extends BenchTest {
    final Path visits() throws IOException {
        return Files.writeString(folder.resolve("visits.csv"), Visits.table());
    }

    final void drop(Path path) {
        BenchFixture.doOnWindow(() -> fixture.bench.open(path));
    }

    final boolean shown() {
        return robot.lookup(".data-sheet").tryQuery().isPresent();
    }

    final void awaitSheet() {
        fixture.await(
                "the sheet is there",
                () -> shown()
                        && !robot.lookup(".preview-head").queryAll().isEmpty()
                        && !button("Cancel").getParent().lookup(".muted").isVisible());
        fixture.settle();
    }

    final Button button(String text) {
        return robot.lookup((Node node) -> node instanceof Button one && text.equals(one.getText()) && one.isVisible())
                .query();
    }

    final void press(String text) {
        BenchFixture.doOnWindow(() -> button(text).fire());
    }

    @SuppressWarnings("unchecked")
    final ComboBox<String> box(String what) {
        return robot.lookup((Node node) -> node instanceof ComboBox<?> one && what.equals(one.getAccessibleText()))
                .query();
    }

    final void choose(String what, String value) {
        ComboBox<String> box = box(what);
        BenchFixture.doOnWindow(() -> box.setValue(value));
    }

    final OwnSeries task() {
        return (OwnSeries) fixture.train().history().valueProperty().get().task();
    }
}
