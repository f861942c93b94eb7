package unroll.app;

import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import unroll.app.look.Theme;

/** A view that has the window to itself. */
public final class Alone {
    private static final long PATIENCE = 5000;

    private Alone() {}

    /** Makes a view on the window's thread and shows it in a window of that size, in light colours. */
    public static <V extends Node> V shown(double width, double height, Supplier<V> view) throws TimeoutException {
        Stage stage = FxToolkit.registerPrimaryStage();
        V made = WaitForAsyncUtils.waitForAsyncFx(PATIENCE, () -> {
            V alone = view.get();
            Scene scene = new Scene(new StackPane(alone), width, height);
            new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT)).dress(scene);
            stage.setX(0);
            stage.setY(0);
            stage.setScene(scene);
            stage.sizeToScene();
            stage.show();
            return alone;
        });
        WaitForAsyncUtils.waitForFxEvents(5);
        return made;
    }
}
