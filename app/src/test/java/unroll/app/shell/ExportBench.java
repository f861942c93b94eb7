package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import unroll.app.export.ExportSheet;

/** A person who exports views by keys and by mouse, with a real run in the background. */
abstract class ExportBench extends BenchTest {
    Path file(String name) {
        return folder.resolve(name);
    }

    static String accessible(Node node) {
        return node.getAccessibleText() == null ? "" : node.getAccessibleText();
    }

    void fire(String help) {
        ButtonBase button = robot.lookup((Node node) ->
                        node instanceof ButtonBase && accessible(node).startsWith(help))
                .query();
        BenchFixture.doOnWindow(button::fire);
        fixture.settle();
    }

    /** The list that has a choice of this name. */
    ComboBox<?> choice(String name) {
        return robot.from(
                        robot.lookup((Node node) -> node instanceof ExportSheet).<Node>query())
                .lookup((Node node) ->
                        node instanceof ComboBox<?> box && words(box).contains(name))
                .query();
    }

    static <T> List<String> words(ComboBox<T> box) {
        return box.getItems().stream().map(box.getConverter()::toString).toList();
    }

    void choose(String name) {
        BenchFixture.doOnWindow(() -> {
            ComboBox<?> box = choice(name);
            box.getSelectionModel().select(words(box).indexOf(name));
        });
        fixture.settle(); // the sheet shows what the choice has
    }

    private TextField textField(String name) {
        return robot.from(robot.lookup(".export-sheet"))
                .lookup((Node node) ->
                        node instanceof TextField && accessible(node).equals(name))
                .query();
    }

    /** What stands in a field. */
    String field(String name) {
        return BenchFixture.onWindow(textField(name)::getText);
    }

    /** What is chosen in the list that has a choice of this name. */
    String chosen(String name) {
        ComboBox<?> box = choice(name);
        return BenchFixture.onWindow(
                () -> words(box).get(box.getSelectionModel().getSelectedIndex()));
    }

    void type(String field, String text) {
        TextField target = textField(field);
        BenchFixture.doOnWindow(() -> {
            target.requestFocus();
            target.setText(text);
        });
    }

    boolean sheet() {
        return BenchFixture.onWindow(() -> fixture.stage.getScene().getRoot().lookup(".export-sheet") != null);
    }

    void export(Path file) {
        type("File", file.toString());
        robot.push(KeyCode.ENTER);
        assertThat(sheet()).as("the sheet is put away").isFalse();
        fixture.await(
                "it is written",
                () -> fixture.bench.shell().background().newsProperty().get().contains(file.toString()));
        keep(file);
    }

    /** To be looked at. */
    static void keep(Path file) {
        try {
            Path screens = Files.createDirectories(Path.of("target", "screens"));
            Files.copy(
                    file,
                    screens.resolve("export-" + file.getFileName()),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    void trained() throws IOException {
        openSmallExperiment();
        trainFor(120);
        pause();
        long update = training.updateProperty().get();
        fixture.await("the views show it", () -> training.seenUpdateProperty().get() == update);
        awaitBaselines();
        fixture.await("the chart ends there", () -> {
            var train = training.progressProperty().get().loss().train();
            return train.size() > 0 && train.x()[train.size() - 1] == update;
        });
        fixture.settle();
    }
}
