package unroll.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import unroll.app.look.Theme;

/** The windows of the program: the looks and keys that one has, all have. */
final class Stages {
    private final Stage main;
    private final Theme theme;
    private final List<Stage> all = new ArrayList<>();
    private final List<Consumer<Scene>> wiring = new ArrayList<>();

    Stages(Stage main, Theme theme) {
        this.main = main;
        this.theme = theme;
        all.add(main);
    }

    Stage main() {
        return main;
    }

    /** Adds what listens to every window that is made from now on. */
    void wire(Consumer<Scene> listener) {
        wiring.add(listener);
    }

    /** Fills the main window. */
    void fill(Parent root, double width, double height) {
        main.setScene(wired(new Scene(root, width, height)));
    }

    /** A window besides the main one, with nothing in it yet. */
    Stage another() {
        Stage another = new Stage();
        another.initOwner(main);
        another.setScene(wired(new Scene(new StackPane())));
        another.getIcons().setAll(main.getIcons());
        all.add(another);
        return another;
    }

    private Scene wired(Scene scene) {
        theme.dress(scene);
        wiring.forEach(listener -> listener.accept(scene));
        return scene;
    }

    /** What the windows show that are open. */
    List<Scene> shown() {
        return all.stream().filter(Window::isShowing).map(Window::getScene).toList();
    }
}
