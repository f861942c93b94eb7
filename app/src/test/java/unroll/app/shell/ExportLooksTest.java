package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import unroll.app.view.LiveView;
import unroll.app.view.update.LiveUpdate;

/** Every view is exported as it looks, in every format. */
class ExportLooksTest extends ExportBench {
    private static final String SECOND_ORDER = """
        {"name": "Short memory", "task": {"kind": "memorisation", "delay": 5}, "model": {"kind": "rnn", "hidden": 8},
         "optimiser": {"kind": "hessian-free", "cgIterations": 10, "curvatureSequences": 20},
         "training": {"batch": 20, "updates": 50, "testSequences": 20}, "backend": {"threads": 1}}
        """;

    /** Whether the first surface that is painted, below all others, is light or dark. */
    private static String ground(Path drawing) throws IOException {
        Matcher fill = Pattern.compile("fill=\"(#[0-9a-f]{6})\"").matcher(Files.readString(drawing));
        assertThat(fill.find()).isTrue();
        return Color.web(fill.group(1)).getBrightness() > 0.5 ? "light" : "dark";
    }

    /** As drawing, as picture and as numbers. */
    private void everyFormat(String name) throws IOException {
        for (String format : List.of("SVG", "PNG", "CSV")) {
            fire("Export " + name);
            choose(format);
            Path file = file(name + "." + format.toLowerCase(Locale.ROOT));
            export(file);
            assertThat(Files.size(file)).as(file.toString()).isGreaterThan(20);
        }
    }

    @Test
    void whatLooksInsideIsExportedLikeAllOthers() throws IOException {
        trained();
        for (String name : List.of("Gradient flow", "Weights", "Spectrum", "Trajectories", "Perturb", "Units")) {
            robot.push(KeyCode.ALT, alt(name));
            fixture.settle();
            everyFormat(name);
            assertThat(Files.readString(file(name + ".svg")))
                    .as("every line of %s has its colour", name)
                    .doesNotContain("stroke=\"#000000\"");
            assertThat(Files.readString(file(name + ".svg")))
                    .as("hints are for who can press something")
                    .doesNotContain("A row is added", "Press P", "Choose what to do");
        }
        assertThat(Files.readString(file("Gradient flow.svg")))
                .as("the time step is told")
                .contains("\u00b7 t = 1 / 19");
    }

    private KeyCode alt(String title) {
        return fixture.train().views().all().stream()
                .filter(view -> view.title().equals(title))
                .map(LiveView::key)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void soIsTheInsideOfAnUpdate() throws IOException {
        openExperiment(SECOND_ORDER, "Short memory");
        robot.push(KeyCode.SHIFT, KeyCode.ENTER);
        fixture.await("ten updates are made", () -> training.updateProperty().get() == 10);
        fixture.await(
                "it is told",
                () -> view(LiveUpdate.class).model().dataProperty().get().shown() == 10);
        fixture.settle();
        everyFormat("Update");
    }

    @Test
    void theDesignIsExportedWithItsLayersAndConnections() throws IOException {
        trained();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT7);
        fixture.settle();
        everyFormat("Network");
        assertThat(Files.readString(file("Network.svg"))).doesNotContain("stroke=\"#000000\"");
        assertThat(Files.readString(file("Network.csv"))).contains("layer,cell,units", "h,tanh,10");
        assertThat(Files.readString(file("Network connections.csv"))).contains("h,h,1");
        everyFormat("Histogram");
    }

    @Test
    void drawingsOfEveryCardAreMadeInLightAndDark() throws IOException {
        trained();
        for (String colours : List.of("light", "dark")) {
            for (String name : List.of("Loss", "Test sequence", "Hidden states")) {
                fire("Export " + name);
                choose("SVG");
                choose(colours);
                Path drawing = file(name + " " + colours + ".svg");
                export(drawing);
                assertThat(Files.readString(drawing)).contains("Two small balls", "seeds: data");
                assertThat(ground(drawing)).as("the page, too, is " + colours).isEqualTo(colours);
            }
        }
        assertThat(fixture.theme.darkProperty().get())
                .as("the window is as before")
                .isTrue();
    }
}
