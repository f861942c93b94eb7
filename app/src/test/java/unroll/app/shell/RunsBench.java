package unroll.app.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

/** The screen of all runs, with runs whose files were written by hand. */
abstract class RunsBench extends ExportBench {
    private static final String HEAD =
            "update,seconds,train,gradient norm,learning rate,momentum,evaluations,test half squared error,test"
                    + " sequences wrong";

    private int written;

    Path runs() {
        return folder.resolve("runs");
    }

    /** A run with tests after 0, 100, 200 ... updates; the first that is written is the newest. */
    Path write(String name, int hidden, String rate, int seed, double... tests) throws IOException {
        Path run = Files.createDirectories(runs().resolve(name + " " + (char) ('a' + written)));
        Files.writeString(run.resolve("experiment.json"), """
            {"name": "%s", "task": {"kind": "addition", "length": 12}, "model": {"kind": "rnn", "hidden": %d},
             "optimiser": {"kind": "nesterov", "learningRate": %s},
             "training": {"batch": 20, "updates": 300, "testSequences": 20, "testEvery": 100},
             "seeds": {"data": %d, "initialisation": %d, "sampling": %d}}
            """.formatted(name, hidden, rate, seed, seed, seed));
        StringBuilder metrics = new StringBuilder(HEAD).append('\n');
        for (int i = 0; i < tests.length; i++) {
            if (i > 0) {
                metrics.append(String.format(Locale.ROOT, "%d,%d,0.1,1,0.01,0.9,1,,%n", 100 * i, 30 * i));
            }
            metrics.append(String.format(Locale.ROOT, "%d,%d,,,,,,%s,50%n", 100 * i, 30 * i, tests[i]));
        }
        Path file = Files.writeString(run.resolve("metrics.csv"), metrics);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600L * (1 + written++))));
        return run;
    }

    void writeSix() throws IOException {
        write("Sums", 16, "0.01", 1, 0.5, 0.25, 0.125, 0.0625);
        write("Sums", 16, "0.01", 2, 0.5, 0.35, 0.225, 0.1025);
        write("Sums", 16, "0.001", 1, 0.5, 0.45, 0.1, 0.2);
        write("Sums", 32, "0.01", 1, 0.5, 0.2);
        Path stopped = write("Sums, too fast", 16, "0.5", 1, 0.5, 0.9);
        Files.writeString(stopped.resolve("stopped.txt"), "Update 101 was not made: the loss is not finite.");
        Path damaged = write("Broken", 16, "0.01", 1, 0.5);
        Files.writeString(damaged.resolve("experiment.json"), "{\"task\": {\"kind\": \"adition\"}}");
    }

    void show(int rows) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT6);
        rows(rows);
    }

    void rows(int count) {
        fixture.await("there are " + count + " rows", () -> table().getItems().size() == count);
        fixture.settle();
    }

    TableView<?> table() {
        return (TableView<?>) fixture.stage.getScene().getRoot().lookup(".table-view");
    }

    /** What the window shows, asked on its thread or another. */
    static <T> T seen(Callable<T> question) {
        if (!Platform.isFxApplicationThread()) {
            return BenchFixture.onWindow(question);
        }
        try {
            return question.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** The words of a column's cells, top to bottom. */
    List<String> column(String head) {
        return seen(() -> {
            TableView<?> table = table();
            var column = table.getColumns().stream()
                    .filter(c -> ((Label) c.getGraphic()).getText().equals(head))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(head + " is none of " + heads()));
            return table.lookupAll(".table-row-cell").stream()
                    .map(row -> (TableRow<?>) row)
                    .filter(row -> !row.isEmpty())
                    .sorted(Comparator.comparingInt(TableRow::getIndex))
                    .map(row -> row.getChildrenUnmodifiable().stream()
                            .filter(cell -> cell instanceof TableCell<?, ?> c && column.equals(c.getTableColumn()))
                            .map(cell -> ((TableCell<?, ?>) cell).getText())
                            .collect(Collectors.joining()))
                    .toList();
        });
    }

    List<String> heads() {
        return table().getColumns().stream()
                .map(column -> ((Label) column.getGraphic()).getText())
                .toList();
    }

    void choose(int... rows) {
        BenchFixture.doOnWindow(() -> {
            table().getSelectionModel().clearSelection();
            for (int row : rows) {
                table().getSelectionModel().select(row);
            }
            table().requestFocus();
        });
        fixture.settle();
    }

    List<String> messages() {
        return seen(() -> fixture.bench.shell().messages().stream()
                .map(ShellModel.Message::text)
                .toList());
    }
}
