package unroll.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import unroll.engine.record.RunFolder;

/** A person's own tables: looked at, learned from and predicted by the command line. */
class OwnTablesCommandsTest extends CommandTest {
    private static final int ROWS = 60;

    /** Half-hourly load and temperature of some days, with decimal commas, a remark and dates as in Germany. */
    private Path weather() throws IOException {
        String rows = IntStream.range(0, ROWS)
                .mapToObj(i -> String.format(
                        Locale.GERMANY,
                        "%02d.05.2021 %02d:00;%.2f;%.1f;%s",
                        1 + i / 24,
                        i % 24,
                        load(i),
                        20 + 5 * Math.cos(i / 4.0),
                        i % 5 == 0 ? "windig" : "still"))
                .collect(Collectors.joining("\n"));
        return Files.writeString(folder.resolve("wetter.csv"), "Zeit;Last;Temperatur;Notiz\n" + rows + "\n");
    }

    private static double load(int i) {
        return 1000 + 300 * Math.sin(i / 4.0);
    }

    private String run() {
        return RunFolder.list(folder.resolve("runs")).getFirst().path().toString();
    }

    private int learn(Path file, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("train", file, "--runs", folder.resolve("runs")));
        for (String setting : List.of("training.updates=20", "training.testSequences=4", "model.hidden=6")) {
            arguments.addAll(List.of("--set", setting));
        }
        arguments.addAll(List.of(more));
        return call(arguments.toArray());
    }

    @Test
    void aTableIsLookedAtWithoutTraining() throws IOException {
        assertThat(call("inspect", weather())).as(complained()).isZero();
        assertThat(printed())
                .contains("wetter.csv: 60 rows of 4 columns.")
                .contains("Cells are separated by semicolons.", "Decimals stand behind commas.")
                .contains("Time is Zeit, an hour apart.")
                .contains("Given and predicted: Last, Temperatur.")
                .contains("Left out: Notiz (words).")
                .contains("2021-05-01 00:00 to 2021-05-03 11:00")
                .contains("2 words: windig, still");
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test
    void everyPieceOfMusicIsLookedAtEvenOneThatCannotBeRead() throws IOException {
        Path songs = Files.createDirectories(folder.resolve("songs"));
        for (int i = 1; i <= 2; i++) {
            Path chorale = Path.of("..", "sample-data", "music", "chorales", "train", "chorale-0" + i + ".mid");
            Files.copy(chorale, songs.resolve("song" + i + ".mid"));
        }
        Files.writeString(songs.resolve("torn.mid"), "MThd");
        assertThat(call("inspect", songs)).as(complained()).isZero();
        assertThat(printed())
                .contains("2 pieces, 1 of them to test on")
                .contains("The step was found")
                .containsPattern("song1.mid +5 +173 +0 +76.00 +39.5  G2 to D5")
                .containsPattern("torn.mid +byte 5: a byte is missing");
    }

    @Test
    void aTableIsLearnedFromAndTheRunIsCalledByIt() throws IOException {
        assertThat(learn(weather(), "--set", "task.columns.inputs=Temperatur"))
                .as(complained())
                .isZero();
        assertThat(printed())
                .startsWith("wetter · ")
                .contains("Given only: Temperatur.")
                .contains("MAE", "RMSE", "MASE");
        assertThat(RunFolder.open(Path.of(run())).experiment().name()).isEqualTo("wetter");
    }

    @Test
    void aRunIsCalledByItsFileHoweverThatIsNamed() throws IOException {
        Path file = weather();
        assertThat(call(
                        "train",
                        "--runs",
                        folder.resolve("runs"),
                        "--set",
                        "task=own-series",
                        "--set",
                        "task.folder=" + file,
                        "--set",
                        "task.window=8",
                        "--set",
                        "training.updates=2"))
                .as(complained())
                .isZero();
        assertThat(RunFolder.open(Path.of(run())).experiment().name()).isEqualTo("wetter");
        assertThat(RunFolder.open(Path.of(run())).experiment().about()).contains("wetter.csv");
    }

    @Test
    void whatCannotBeToldIsRefusedWithTheSettingThatDecidesIt() throws IOException {
        String rows = IntStream.range(0, 12)
                .mapToObj(i -> "4/" + (i + 1) + "/2021," + i * i % 7 + "\n" + (i + 1) + "/5/2021," + i % 5)
                .collect(Collectors.joining("\n"));
        Path file = Files.writeString(folder.resolve("dates.csv"), "date,x\n" + rows + "\n");
        assertThat(learn(file)).isEqualTo(2);
        assertThat(complained()).contains("'date'").contains("--set task.form.dates=day-first or month-first");
        assertThat(call("inspect", file)).isZero();
        assertThat(printed()).contains("Doubtful: ");
        assertThat(learn(file, "--set", "task.form.dates=day-first"))
                .as(complained())
                .isZero();
    }

    /** The exported model in another program, fed as the page beside it says, is the other half of the comparison. */
    @Test
    void predictionsAreThoseOfTheExportedModelInTheDatasOwnUnits() throws IOException, OrtException {
        Path file = weather();
        assertThat(learn(file, "--set", "model.activation=tanh"))
                .as(complained())
                .isZero();
        Path table = folder.resolve("forecast.csv");
        assertThat(call("predict", run(), file, "--ahead", "3", "--to", table))
                .as(complained())
                .isZero();
        assertThat(printed()).contains("MAE last").contains("Last ").contains("Temperatur");
        List<String> lines = Files.readAllLines(table);
        assertThat(lines.getFirst())
                .isEqualTo("Zeit,Last,Last predicted,Last predicted 2 ahead,Last predicted 3 ahead,Temperatur,"
                        + "Temperatur predicted,Temperatur predicted 2 ahead,Temperatur predicted 3 ahead");
        assertThat(lines).hasSize(1 + ROWS + 3);
        assertThat(lines.getLast()).startsWith("2021-05-03 14:00,,,,");

        Path model = folder.resolve("model.onnx");
        assertThat(call("export", run(), model, "--to", "onnx"))
                .as(complained())
                .isZero();
        assertThat(Files.readString(folder.resolve("model.onnx.md"))).contains("input_mean", "onnxruntime");
        double[][] predicted = computed(model);
        for (int t = 0; t < ROWS; t++) {
            String[] cells = lines.get(2 + t).split(",", -1);
            assertThat(Double.parseDouble(cells[2])).isCloseTo(predicted[t][0], within(0.05));
            assertThat(Double.parseDouble(cells[6])).isCloseTo(predicted[t][1], within(0.001));
        }
        assertThat(Math.abs(predicted[10][0] - predicted[11][0]))
                .as("the tolerance tells rows apart")
                .isGreaterThan(0.1);
    }

    /** What the model makes of the rows, in their own units. */
    private static double[][] computed(Path model) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(model.toString())) {
            Map<String, String> words = session.getMetadata().getCustomMetadata();
            Gson json = new Gson();
            double[] mean = json.fromJson(words.get("input_mean"), double[].class);
            double[] deviation = json.fromJson(words.get("input_deviation"), double[].class);
            assertThat(json.fromJson(words.get("inputs"), String[].class)).containsExactly("Last", "Temperatur");
            float[][][] x = new float[ROWS][1][2];
            for (int t = 0; t < ROWS; t++) {
                double load = Math.rint(load(t) * 100) / 100;
                double warmth = Math.rint((20 + 5 * Math.cos(t / 4.0)) * 10) / 10;
                x[t][0][0] = (float) ((load - mean[0]) / deviation[0]);
                x[t][0][1] = (float) ((warmth - mean[1]) / deviation[1]);
            }
            try (OnnxTensor input = OnnxTensor.createTensor(environment, x);
                    OrtSession.Result result = session.run(Map.of("input", input))) {
                float[][][] y = (float[][][]) result.get("output").orElseThrow().getValue();
                double[][] rows = new double[ROWS][2];
                for (int t = 0; t < ROWS; t++) {
                    for (int o = 0; o < 2; o++) {
                        rows[t][o] = mean[o] + deviation[o] * y[t][0][o];
                    }
                }
                return rows;
            }
        }
    }

    @Test
    void aFileThatLacksWhatTheNetworkIsGivenIsRefused() throws IOException {
        assertThat(learn(weather())).as(complained()).isZero();
        Path other = Files.writeString(folder.resolve("other.csv"), "Zeit,Druck\n2021-05-01,3\n2021-05-02,4\n");
        assertThat(call("predict", run(), other)).isEqualTo(2);
        assertThat(complained()).contains("other.csv: has no column 'Last'");
        assertThat(train(folder.resolve("sums"))).isZero();
        String sums = RunFolder.list(folder.resolve("sums")).getFirst().path().toString();
        assertThat(call("predict", sums, other)).isEqualTo(2);
        assertThat(complained()).contains("own-series");
    }
}
