package unroll.app.sheet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import unroll.app.look.Theme;
import unroll.engine.experiment.Examples;
import unroll.engine.experiment.Experiment;
import unroll.engine.setting.FileKind;

/** The settings of an experiment in a sheet that is shown, and what is edited in it. */
abstract class PropertySheetBench {
    final FxRobot robot = new FxRobot();
    final List<SettingEdit<Experiment>> edits = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    Optional<Path> choice = Optional.empty();
    PropertySheet<Experiment> sheet;
    ScrollPane page;

    @BeforeEach
    void showASheet() throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        sheet = WaitForAsyncUtils.waitForAsyncFx(
                5000, () -> new PropertySheet<>(Examples.first(), this::chosen, this::edited));
        page = new ScrollPane();
        robot.interact(() -> {
            page.setContent(sheet);
            page.setFitToWidth(true);
            Scene scene = new Scene(page, 320, 640);
            new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT)).dress(scene);
            stage.setX(0);
            stage.setY(0);
            stage.setScene(scene);
            stage.show();
        });
    }

    Optional<Path> chosen(FileKind kind, boolean folder, Path now, Window window) {
        asked.add(kind.words() + (folder ? " in a folder" : "") + " near " + now);
        return choice;
    }

    void edited(SettingEdit<Experiment> edit) {
        edits.add(edit);
        sheet.valueProperty().set(edit.after());
    }

    /** What the parts of the sheet are called, read on the window's thread, which builds them. */
    List<String> seen() {
        List<String> names = new ArrayList<>();
        robot.interact(() -> robot.from(sheet)
                .lookup((Node node) -> node instanceof Control)
                .queryAll()
                .forEach(node -> names.add(node.getAccessibleText())));
        return names;
    }

    TextField field(String name) {
        return robot.from(sheet)
                .lookup((Node node) -> node instanceof TextField && name.equals(node.getAccessibleText()))
                .query();
    }

    void type(String name, String text) {
        TextField field = field(name);
        robot.interact(() -> {
            field.requestFocus();
            field.setText(text);
        });
        robot.push(KeyCode.ENTER);
    }

    String refusal() {
        return robot.from(sheet).lookup(".refusal").queryAllAs(Label.class).stream()
                .filter(Node::isVisible)
                .map(Label::getText)
                .reduce("", String::concat);
    }

    <T> T seenOnWindow(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(5000, question);
    }
}
