package unroll.app.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.stage.Stage;
import unroll.engine.setting.SettingsJson;

/** A person at a workbench of their own who edits settings until the power goes. */
final class EditUntilKilled {
    static final String READY = "edited";

    private EditUntilKilled() {}

    /** @param args the folder of runs */
    public static void main(String[] args) throws Exception {
        Path runs = Path.of(args[0]);
        Platform.startup(() -> {});
        Path file = Files.writeString(runs.resolveSibling("small.json"), BenchTest.SMALL);
        BenchFixture fixture = BenchFixture.onWindow(() -> new BenchFixture(new Stage(), runs, true));
        BenchFixture.doOnWindow(() -> fixture.bench.open(file));
        fixture.await("it is open", () -> fixture.train().news().openProperty().get());
        for (String rate : new String[] {"0.002", "0.003", "0.004"}) {
            BenchFixture.doOnWindow(() -> {
                var history = fixture.train().history();
                var now = history.valueProperty().get();
                history.apply("Learning rate to " + rate, SettingsJson.with(now, "optimiser.learningRate", rate));
            });
        }
        BenchFixture.doOnWindow(fixture.train().history()::undo);
        fixture.await("it is kept", () -> kept(runs.resolveSibling("swap")).contains("\"done\": 2"));
        System.out.println(READY);
        Thread.sleep(Long.MAX_VALUE);
    }

    /** What lies in the swap files. */
    static String kept(Path swap) throws IOException {
        StringBuilder all = new StringBuilder();
        if (Files.isDirectory(swap)) {
            try (Stream<Path> files = Files.walk(swap)) {
                for (Path file :
                        files.filter(path -> path.endsWith("changes.json")).toList()) {
                    all.append(Files.readString(file));
                }
            }
        }
        return all.toString();
    }
}
