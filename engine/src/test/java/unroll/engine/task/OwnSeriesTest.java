package unroll.engine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.baseline.Baseline;
import unroll.engine.data.DataException;
import unroll.engine.loss.Loss;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Metric;
import unroll.engine.sequence.Split;
import unroll.engine.series.ColumnSettings;
import unroll.engine.series.Gaps;
import unroll.engine.series.HeldBack;
import unroll.engine.series.MissingValues;
import unroll.engine.setting.FilePath;
import unroll.engine.setting.SettingsException;
import unroll.engine.setting.SettingsJson;
import unroll.engine.table.TableForm;

class OwnSeriesTest {
    @TempDir
    private Path folder;

    /** A file whose columns are the row's number and its tenfold. */
    private void write(String name, int first, int rows) throws IOException {
        StringBuilder text = new StringBuilder("row,tenfold\n");
        for (int t = first; t < first + rows; t++) {
            text.append(t).append(',').append(10 * t).append('\n');
        }
        Files.writeString(folder.resolve(name), text);
    }

    static OwnSeries own(Path path, int window, boolean standardise) {
        return own(path, new ColumnSettings("none", "", "", "", "", "", ""), window, standardise);
    }

    private static OwnSeries own(Path path, ColumnSettings columns, int window, boolean standardise) {
        return new OwnSeries(
                new FilePath(path),
                TableForm.FOUND,
                columns,
                MissingValues.CARRY_ON,
                Gaps.KEEP,
                1,
                window,
                0,
                HeldBack.FOUND,
                0.2,
                standardise);
    }

    private Task open(int window) {
        return own(folder, window, false).open();
    }

    /** Windows that are fitted to short series keep a step that counts. */
    @Test
    void stepsOfTheWarmUpDoNotCount() throws IOException {
        write("0.csv", 100, 40);
        OwnSeries settings = own(folder, 7, false);
        for (int warmUp : new int[] {0, 1, 6}) {
            Task task = SettingsJson.with(settings, "warmUp", Integer.toString(warmUp))
                    .open();
            Batch batch = task.draw(Split.TRAIN, 1, Purpose.TRAINING_DATA, 0, 3);
            for (int t = 0; t < 7; t++) {
                for (int b = 0; b < 3; b++) {
                    assertThat(batch.weight()[batch.weightAt(t, b)]).isEqualTo(t < warmUp ? 0 : 1);
                }
            }
        }
        assertThat(SettingsJson.with(settings, "warmUp", "6").windowed(4).warmUp())
                .isEqualTo(3);
        assertThatThrownBy(() -> SettingsJson.with(settings, "warmUp", "7"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("warm-up of 7 steps leaves nothing");
    }

    @Test
    void aWindowIsConsecutiveRowsAndTheTargetTheNextOne() throws IOException {
        write("0.csv", 100, 40);
        write("1.csv", 900, 30);
        Task task = open(7);
        assertThat(task.steps()).isEqualTo(7);
        assertThat(task.inputs()).isEqualTo(2);
        assertThat(task.outputs()).isEqualTo(2);
        assertThat(task.loss()).isEqualTo(Loss.SQUARED);
        Batch batch = DrawnBatches.train(task, 50, 1);
        for (int b = 0; b < 50; b++) {
            double first = batch.input()[batch.inputAt(0, b)];
            assertThat(first).isBetween(100.0, 132.0);
            for (int t = 0; t < 7; t++) {
                int at = batch.inputAt(t, b);
                assertThat(batch.input()[at]).isEqualTo(first + t);
                assertThat(batch.input()[at + 1]).isEqualTo(10 * (first + t));
                assertThat(batch.target()[at]).isEqualTo(first + t + 1);
                assertThat(batch.target()[at + 1]).isEqualTo(10 * (first + t + 1));
            }
        }
        assertThat(batch.weight()).containsOnly(1);
        assertThat(Arrays.stream(DrawnBatches.test(task, 50, 1).input()).min().orElseThrow())
                .isBetween(900.0, 923.0);
    }

    /** 34 + 4 places, each expected 20,000 / 38 = 526 times with a standard error of 22.6; 4.5 of them are allowed. */
    @Test
    void everyPlaceOfAWindowIsEquallyProbable() throws IOException {
        write("0.csv", 0, 40);
        write("1.csv", 100, 10);
        write("2.csv", 200, 10);
        Batch batch = DrawnBatches.train(open(6), 20_000, 2);
        int[] counts = new int[104];
        for (int b = 0; b < 20_000; b++) {
            counts[(int) batch.input()[batch.inputAt(0, b)]]++;
        }
        double p = 1.0 / 38;
        double tolerance = 4.5 * Math.sqrt(20_000 * p * (1 - p));
        for (int place = 0; place < counts.length; place++) {
            boolean possible = place < 34 || place >= 100;
            assertThat((double) counts[place])
                    .as("place %d", place)
                    .isCloseTo(possible ? 20_000 * p : 0, within(possible ? tolerance : 0));
        }
        // a file chosen first and then a place in it would give places of the short file 2,500
        assertThat(2500 - 20_000 * p).isGreaterThan(tolerance);
    }

    @Test
    void aSeriesShorterThanAWindowIsUsedWholeAndWhatItLacksDoesNotCount() throws IOException {
        write("0.csv", 0, 21);
        write("1.csv", 500, 4);
        write("2.csv", 700, 21);
        Batch batch = DrawnBatches.train(open(20), 64, 1);
        int shortOnes = 0;
        for (int b = 0; b < 64; b++) {
            boolean isShort = batch.input()[batch.inputAt(0, b)] == 500;
            shortOnes += isShort ? 1 : 0;
            for (int t = 0; t < 20; t++) {
                assertThat(batch.weight()[batch.weightAt(t, b)]).isEqualTo(!isShort || t < 3 ? 1 : 0);
            }
        }
        // one of two places: 64 fair coins show fewer than 10 heads with probability 1e-9
        assertThat(shortOnes).isBetween(10, 54);
    }

    @Test
    void aWindowThatNoSeriesHoldsIsRefusedWithOneThatWouldFit() throws IOException {
        write("0.csv", 0, 30);
        write("1.csv", 0, 12);
        assertThatThrownBy(() -> open(30))
                .isInstanceOf(DataException.class)
                .hasMessage(folder + ": the longest test series has 12 rows, too few for a window of 30 steps;"
                        + " choose a window of at most 11");
        assertThatThrownBy(() -> open(29))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("the longest test series has 12 rows")
                .hasMessageEndingWith("choose a window of at most 11");
        assertThat(open(11).steps()).isEqualTo(11);
    }

    @Test
    void theScoresAreInTheUnitOfTheRows() throws IOException {
        write("0.csv", 0, 30);
        write("1.csv", 0, 30);
        Task task = open(5);
        Batch test = DrawnBatches.test(task, 10, 1);
        Baseline copy = task.baselines().getFirst();
        double[] predictions = DrawnBatches.predictions(copy, test, test);
        // copying is off by 1 in one column and by 10 in the other
        assertThat(task.metrics().get(0).score().of(test, predictions)).isEqualTo((1 + 100) / 2.0);
        assertThat(task.metrics().get(1).score().of(test, predictions)).isEqualTo((1 + 100) / 2.0);
        assertThat(task.metrics()).extracting(Metric::name).contains("squared error per dimension and step");
        assertThat(task.floor(test)).isZero();
    }

    @Test
    void autoregressionBeatsCopyingAndTheConstantOnTheSample() {
        Task task = own(Path.of("../sample-data/pendulum"), 50, true).open();
        Batch training = DrawnBatches.train(task, 100, 1);
        Batch test = DrawnBatches.test(task, 30, 1);
        double[] scores = task.baselines().stream()
                .mapToDouble(baseline ->
                        task.metrics().get(1).score().of(test, DrawnBatches.predictions(baseline, training, test)))
                .toArray();
        assertThat(scores[1]).isLessThan(scores[0]);
        assertThat(scores[0]).isLessThan(scores[2]);
        assertThat(task.appearance()).isInstanceOf(Appearance.NamedNumbers.class);
    }

    @Test
    void settingsThatNameNothingAreRefused() {
        assertThatThrownBy(() -> own(Path.of("x"), 1, true)).isInstanceOf(SettingsException.class);
        assertThatThrownBy(() -> own(Path.of("no such folder"), 50, true).open())
                .isInstanceOf(DataException.class)
                .hasMessage(Path.of("no such folder").toAbsolutePath() + ": does not exist");
    }

    @Test
    void theTimesOfASequenceAreThoseOfItsRows() throws IOException {
        StringBuilder text = new StringBuilder("date,x\n");
        for (int t = 0; t < 60; t++) {
            text.append(LocalDate.of(2021, 1, 1).plusDays(t))
                    .append(',')
                    .append(t * t % 59)
                    .append('\n');
        }
        Files.writeString(folder.resolve("dated.csv"), text);
        OwnSeries settings = own(folder.resolve("dated.csv"), 5, false);
        OwnSeries found = new OwnSeries(
                settings.folder(),
                settings.form(),
                ColumnSettings.FOUND,
                settings.missing(),
                settings.gaps(),
                2,
                settings.window(),
                0,
                settings.heldBack(),
                settings.share(),
                false);
        Task task = found.open();
        Batch batch = task.batch(1);
        for (int sequence = 0; sequence < 30; sequence++) {
            batch.clear();
            task.draw(
                    Split.TRAIN,
                    new Philox(3, Purpose.TRAINING_DATA).restart(3, Purpose.TRAINING_DATA, sequence),
                    batch,
                    0);
            List<String> times = task.times(
                    Split.TRAIN, new Philox(3, Purpose.TRAINING_DATA).restart(3, Purpose.TRAINING_DATA, sequence));
            assertThat(times).hasSize(5);
            for (int t = 0; t < 5; t++) {
                long day = LocalDate.parse(times.get(t)).toEpochDay()
                        - LocalDate.of(2021, 1, 1).toEpochDay();
                assertThat(batch.input()[batch.inputAt(t, 0)]).isEqualTo((double) (day * day % 59));
                assertThat(batch.target()[batch.targetAt(t, 0)]).isEqualTo((double) ((day + 2) * (day + 2) % 59));
            }
        }
    }

    @Test
    void errorsAreThoseThatPeopleQuoteInTheDatasOwnUnit() throws IOException {
        StringBuilder text = new StringBuilder("x\n");
        for (int t = 0; t < 100; t++) {
            text.append(50 + 10 * (t % 2)).append('\n');
        }
        Files.writeString(folder.resolve("alternating.csv"), text);
        Task task = own(folder.resolve("alternating.csv"), 6, true).open();
        Batch test = DrawnBatches.test(task, 8, 1);
        double[] constant = new double[test.target().length]; // the mean of 55, off by 5 each time
        List<Metric> metrics = task.metrics();
        assertThat(metrics).extracting(Metric::name).endsWith("MAE", "RMSE", "MASE");
        assertThat(metrics.get(2).score().of(test, constant)).isCloseTo(5, within(1e-9));
        assertThat(metrics.get(3).score().of(test, constant)).isCloseTo(5, within(1e-9));
        assertThat(metrics.get(4).score().of(test, constant))
                .as("copying is off by 10")
                .isCloseTo(0.5, within(1e-9));
        double[] copied = DrawnBatches.predictions(task.baselines().getFirst(), test, test);
        assertThat(metrics.get(2).score().of(test, copied)).isCloseTo(10, within(1e-9));
        assertThat(metrics.get(4).score().of(test, copied)).isCloseTo(1, within(1e-9));
    }

    /** A day of half hours is longer than these data: then what is scaled by is the step from one value to the next. */
    @ParameterizedTest(name = "{0} half hours, scaled by values {1} rows before")
    @CsvSource({"40, 1, MASE", "58, 1, MASE", "200, 48, MASE by season of 48"})
    void dataWithoutAWholeSeasonAreScaledByTheLastValue(int rows, int back, String name) throws IOException {
        String text = IntStream.range(0, rows)
                .mapToObj(t ->
                        String.format("2021-03-%02d %02d:%02d,%d", 1 + t / 48, t / 2 % 24, 30 * (t % 2), t * t % 101))
                .collect(Collectors.joining("\n", "time,x\n", "\n"));
        Path file = Files.writeString(folder.resolve("half-hours.csv"), text);
        Task task = own(file, ColumnSettings.FOUND, 6, false).open();
        Batch test = DrawnBatches.test(task, 8, 1);
        Metric mase = task.metrics().getLast();
        assertThat(mase.name()).isEqualTo(name);
        double naive = IntStream.range(back, rows - rows / 5)
                .mapToDouble(t -> Math.abs(t * t % 101 - (t - back) * (t - back) % 101))
                .average()
                .orElseThrow();
        double[] off = Arrays.stream(test.target()).map(x -> x + 3).toArray();
        assertThat(mase.score().of(test, off)).isCloseTo(3 / naive, within(1e-9));
    }

    /** A week that repeats itself: who copies the last one makes no error, where rows before a window show it. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theLastSeasonIsCopiedFromRowsBeforeTheWindow(boolean standardise) throws IOException {
        int[] week = {3, 1, 4, 1, 5, 9, 2};
        String text = IntStream.range(0, 70)
                .mapToObj(t -> LocalDate.of(2021, 3, 1).plusDays(t) + "," + week[t % 7])
                .collect(Collectors.joining("\n", "day,x\n", "\n"));
        Path file = Files.writeString(folder.resolve("days.csv"), text);
        Task task = own(file, ColumnSettings.FOUND, 9, standardise).open();
        Baseline season = task.baselines().get(1);
        assertThat(season.name()).isEqualTo("copy last season");
        Batch test = DrawnBatches.test(task, 30, 1);
        assertThat(season.predict(test)).isEqualTo(test.target());
        assertThat(task.understood()).noneMatch(words -> words.contains("season"));

        Batch training = DrawnBatches.train(task, 200, 1);
        double[] predictions = season.predict(training);
        int unknown = 0;
        for (int b = 0; b < training.sequences(); b++) {
            for (int t = 0; t < 9; t++) {
                double prediction = predictions[training.targetAt(t, b)];
                boolean known = prediction == training.target()[training.targetAt(t, b)];
                assertThat(known || t < 6 && prediction == training.input()[training.inputAt(t, b)])
                        .as("step %d", t)
                        .isTrue();
                unknown += known ? 0 : 1;
            }
        }
        assertThat(unknown).as("before the first row nothing is known").isPositive();
    }

    @Test
    void itIsSaidWhereNoSeasonIsKnownBeforeATestSeries() throws IOException {
        for (int i = 0; i < 3; i++) {
            String text = IntStream.range(0, 30)
                    .mapToObj(t -> LocalDate.of(2021, 3, 1).plusDays(t) + "," + t * t % 11)
                    .collect(Collectors.joining("\n", "day,x\n", "\n"));
            Files.writeString(folder.resolve(i + ".csv"), text);
        }
        assertThat(own(folder, ColumnSettings.FOUND, 9, true)
                        .open()
                        .understood()
                        .getLast())
                .startsWith("No whole season is known before 1 of the test series: in their first 7 rows");
    }
}
