package unroll.app.shell;

import java.time.ZoneId;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import unroll.app.control.Card;
import unroll.app.export.ExportController;
import unroll.app.export.ExportSheet;
import unroll.app.look.Theme;
import unroll.engine.experiment.Seeds;

/** Lets a person choose which views of a screen become files, and how. */
final class Exports {
    private final ExportController controller;
    private final FilePicker picker;
    private final Window window;
    private final Sheets sheets;
    private final WeightsFiles weights;
    private @Nullable ExportSheet sheet;

    /** @param window of the dialog that asks for files */
    Exports(Services services, ShellModel shell, Theme theme, Window window, Sheets sheets, WeightsFiles weights) {
        this.window = window;
        this.weights = weights;
        this.sheets = sheets;
        picker = services.picker();
        controller = new ExportController(
                theme,
                new ExportController.Surroundings(
                        services.window(),
                        shell.background(),
                        services.now(),
                        ZoneId.systemDefault(),
                        services.beside("exports")));
    }

    ExportController controller() {
        return controller;
    }

    /** Shows the sheet for the views of a screen that are seen below {@code root}, one of them chosen. */
    void show(Screen<?> screen, Node root, Optional<Card> wanted) {
        if (controller.offer(root, wanted, screen.past(), screen::caption)) {
            ExportSheet shown = sheet();
            shown.refresh();
            sheets.show(shown);
        }
    }

    private ExportSheet sheet() {
        ExportSheet made = sheet;
        if (made == null) {
            made = new ExportSheet(
                    controller,
                    path -> picker.save(window, path),
                    new ExportSheet.Weights(weights::refusal, weights::save),
                    sheets::close);
            sheet = made;
        }
        return made;
    }

    /** Seeds as captions have them. */
    static String words(Seeds seeds) {
        return "seeds: data\u00a0" + seeds.data() + ", initialisation\u00a0" + seeds.initialisation()
                + ", sampling\u00a0" + seeds.sampling();
    }
}
