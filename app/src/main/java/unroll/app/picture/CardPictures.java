package unroll.app.picture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import unroll.app.control.Card;
import unroll.app.look.Theme;

/** Draws views off-screen, each on a card with a title, into files. */
public final class CardPictures {
    private static final double WIDTH = 960;

    private final Executor window;

    /** @param window the thread that may draw */
    public CardPictures(Executor window) {
        this.window = window;
    }

    /**
     * Draws a view, made on the thread that may draw; called on a thread that may wait.
     *
     * @throws IOException where the file cannot be written
     */
    public Path write(Path file, double height, String title, String subtitle, Supplier<Node> view) throws IOException {
        WritableImage image = onWindow(() -> {
            Card card = new Card(title, view.get());
            card.subtitleProperty().set(subtitle);
            StackPane ground = new StackPane(card);
            ground.getStyleClass().add("picture");
            Scene scene = new Scene(ground, WIDTH, height);
            new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT)).dress(scene);
            ground.applyCss();
            ground.layout();
            return Pose.during(card, 1, () -> scene.snapshot(null));
        });
        Png.write(image, file);
        return file;
    }

    private <T> T onWindow(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, window).join();
    }
}
