package unroll.app.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.engine.experiment.Experiment;
import unroll.engine.experiment.OwnExperiment;
import unroll.engine.series.ColumnRole;
import unroll.engine.series.ColumnSettings;
import unroll.engine.series.ColumnUse;
import unroll.engine.series.MissingValues;
import unroll.engine.setting.SettingsJson;
import unroll.engine.table.DateOrder;
import unroll.engine.task.OwnSeries;

/** What the sheet shows of data and what each choice does, with threads that the test works off by hand. */
class DataModelTest {
    @TempDir
    private Path folder;

    private final Deque<Runnable> work = new ArrayDeque<>();
    private final Deque<Runnable> window = new ArrayDeque<>();

    private DataModel model(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return new DataModel(brief(OwnExperiment.of(file).orElseThrow()), work::add, window::add);
    }

    /** With windows that these data have room for. */
    private static Experiment brief(Experiment experiment) {
        return SettingsJson.with(experiment, "task.window", "8");
    }

    /** Everything that is due is done. */
    private void settle() {
        while (!work.isEmpty() || !window.isEmpty()) {
            if (!work.isEmpty()) {
                work.remove().run();
            } else {
                window.remove().run();
            }
        }
    }

    private DataModel settled(String name, String text) throws IOException {
        DataModel model = model(name, text);
        settle();
        return model;
    }

    private static List<ColumnUse> uses(DataModel model) {
        return model.readingProperty().get().columns().stream()
                .map(ColumnLook::use)
                .toList();
    }

    private static ColumnUse use(ColumnRole role) {
        return new ColumnUse(role, false);
    }

    @Test
    void columnsSayWhatTheyHold() throws IOException {
        List<ColumnLook> columns =
                settled("visits.csv", Visits.table()).readingProperty().get().columns();
        assertThat(columns).extracting(ColumnLook::name).containsExactly("day", "load", "wind, m/s", "kind");
        assertThat(columns)
                .extracting(ColumnLook::kind)
                .containsExactly(
                        "times, 2000-02-03 to 2014-11-12",
                        "numbers, 0 to 9",
                        "numbers, 0.5 to 4.5",
                        "2 words: wet, dry");
        assertThat(columns)
                .extracting(ColumnLook::missing)
                .containsExactly("none missing", "3 missing", "none missing", "none missing");
        assertThat(columns.get(1).cells().subList(6, 9)).containsExactly("3", "", "9");
        assertThat(columns.get(3).counts()).as("wet, dry").containsExactly(20, 40);
        assertThat(columns.get(2).counts().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(60);
        assertThat(columns.get(2).counts().stream().filter(count -> count > 0))
                .hasSize(5)
                .allMatch(count -> count == 12);
    }

    @Test
    void nothingIsReadyBeforeItIsRead() throws IOException {
        DataModel model = model("visits.csv", Visits.table());
        assertThat(model.isReady()).isFalse();
        assertThat(model.busyProperty().get()).isTrue();
        settle();
        assertThat(model.isReady()).isTrue();
        model.set("lead", "2");
        assertThat(model.isReady()).as("another lead is being read").isFalse();
        settle();
        assertThat(model.isReady()).isTrue();
    }

    @Test
    void aDoubtIsSettledByOneOfItsValues() throws IOException {
        DataModel model = settled("visits.csv", Visits.table());
        Reading first = model.readingProperty().get();
        assertThat(first.doubts()).hasSize(1);
        assertThat(first.doubts().getFirst().values()).containsExactly("day-first", "month-first");
        model.settle(first.doubts().getFirst(), "day-first");
        settle();
        Reading now = model.readingProperty().get();
        assertThat(now.doubts()).isEmpty();
        assertThat(now.settings().form().dates()).isEqualTo(DateOrder.DAY_FIRST);
        assertThat(now.columns().getFirst().cells().getFirst()).isEqualTo("2000-03-02");
        assertThat(((OwnSeries) model.experiment().task()).form().dates()).isEqualTo(DateOrder.DAY_FIRST);
    }

    @Test
    void usesAreWrittenAsSettingsAndUnderstoodAtOnce() throws IOException {
        DataModel model = settled("visits.csv", Visits.table());
        assertThat(uses(model))
                .containsExactly(
                        use(ColumnRole.TIME), use(ColumnRole.BOTH), use(ColumnRole.BOTH), use(ColumnRole.LEFT_OUT));
        model.use(2, use(ColumnRole.INPUT));
        model.use(3, new ColumnUse(ColumnRole.INPUT, true)); // before the first was read
        settle();
        assertThat(uses(model))
                .containsExactly(
                        use(ColumnRole.TIME),
                        use(ColumnRole.BOTH),
                        use(ColumnRole.INPUT),
                        new ColumnUse(ColumnRole.INPUT, true));
        assertThat(model.settingsProperty().get().columns())
                .isEqualTo(new ColumnSettings("", "", "\"wind, m/s\"", "", "", "", "kind"));
        assertThat(model.readingProperty().get().understood())
                .contains("Given and predicted: load.", "Given only: wind, m/s, kind.");
        model.useAsFound();
        settle();
        assertThat(model.settingsProperty().get().columns()).isEqualTo(ColumnSettings.FOUND);
        assertThat(uses(model).get(2)).isEqualTo(use(ColumnRole.BOTH));
    }

    @Test
    void theNewestChoiceCountsAndOlderOnesAreNotRead() throws IOException {
        DataModel model = settled("visits.csv", Visits.table());
        for (String window : List.of("5", "6", "7")) {
            model.set("window", window);
        }
        assertThat(work).as("one reading for three choices").hasSize(1);
        settle();
        assertThat(model.readingProperty().get().settings().window()).isEqualTo(7);
    }

    @Test
    void rolesDoNotReadTheFileAgainAndItsFormDoes() throws IOException {
        DataModel model = settled("visits.csv", Visits.table());
        Files.delete(folder.resolve("visits.csv"));
        model.use(1, use(ColumnRole.TARGET));
        settle();
        assertThat(model.readingProperty().get().refusal()).isEmpty();
        model.set("form.head", "none");
        settle();
        assertThat(model.readingProperty().get().refusal())
                .contains("visits.csv")
                .contains("does not exist");
        assertThat(model.isReady()).isFalse();
    }

    @Test
    void aRefusalSaysWhyWhileTheTableIsStillSeen() throws IOException {
        DataModel model = settled("visits.csv", Visits.table());
        model.set("missing", "refuse");
        settle();
        assertThat(model.readingProperty().get().settings().missing()).isEqualTo(MissingValues.REFUSE);
        assertThat(model.readingProperty().get().refusal()).contains("'load' is missing in row 8");
        assertThat(model.readingProperty().get().columns()).hasSize(4);
        assertThat(model.isReady()).isFalse();
        model.set("missing", "interpolate");
        model.use(1, use(ColumnRole.LEFT_OUT));
        model.use(2, use(ColumnRole.LEFT_OUT));
        settle();
        assertThat(model.readingProperty().get().refusal()).contains("no column of numbers that could be predicted");
        assertThat(uses(model)).doesNotContain(use(ColumnRole.BOTH));
        model.use(2, use(ColumnRole.BOTH));
        settle();
        assertThat(model.isReady()).isTrue();
    }

    @Test
    void aTableThatCannotBeReadAsItIsFoundCanBeOnceItsFormIsSaid() throws IOException {
        DataModel model = settled("odd.csv", "a;b\n" + "1;x\n2;y\n".repeat(30) + "oops;1\n" + "3;z\n".repeat(10));
        assertThat(model.isReady()).isFalse();
        assertThat(model.readingProperty().get().refusal()).contains("line 62").contains("oops");
        model.set("form.missing", "oops");
        settle();
        assertThat(model.isReady()).as(model.readingProperty().get().refusal()).isTrue();
    }

    @Test
    void aValueThatIsNoneIsRefusedAndNothingChanges() throws IOException {
        DataModel model = settled("visits.csv", Visits.table());
        OwnSeries before = model.settingsProperty().get();
        assertThat(model.set("window", "1")).contains("Window");
        assertThat(model.set("form.separator", "dots")).isNotEmpty();
        assertThat(model.settingsProperty().get()).isEqualTo(before);
        assertThat(model.isReady()).isTrue();
    }

    @Test
    void columnsThatTheTableLacksAreSaidAndCanBeFoundAnew() throws IOException {
        Path file = Files.writeString(folder.resolve("visits.csv"), Visits.table());
        Experiment other =
                SettingsJson.with(brief(OwnExperiment.of(file).orElseThrow()), "task.columns.inputs", "rain");
        DataModel model = new DataModel(other, work::add, window::add);
        settle();
        assertThat(model.readingProperty().get().refusal()).contains("no column 'rain'");
        assertThat(model.readingProperty().get().columns()).hasSize(4);
        model.useAsFound();
        settle();
        assertThat(model.isReady()).isTrue();
    }

    @Test
    void whatTheExperimentSaysOfItsDataFollowsTheSettings() throws IOException {
        Path file = Files.writeString(folder.resolve("visits.csv"), Visits.table());
        Experiment opened = OwnExperiment.fitted(file).orElseThrow().experiment();
        DataModel model = new DataModel(opened, work::add, window::add);
        settle();
        assertThat(model.experiment()).as("nothing was chosen").isEqualTo(opened);
        model.use(1, use(ColumnRole.TARGET));
        settle();
        assertThat(model.experiment().about())
                .contains("Predicted only: load.")
                .doesNotContain("Given and predicted: load");
    }

    /** Of sixty rows the last twelve are tested on; of a series of twenty the last four, of one of forty the last eight. */
    @Test
    void aWindowThatNobodyChoseFitsTheSeriesThatRolesMakeOfTheTable() throws IOException {
        Path file = Files.writeString(folder.resolve("visits.csv"), Visits.table());
        Experiment opened = OwnExperiment.fitted(file).orElseThrow().experiment();
        DataModel model = new DataModel(opened, work::add, window::add);
        settle();
        assertThat(model.settingsProperty().get().window()).isEqualTo(11);
        model.use(3, use(ColumnRole.NAME));
        settle();
        assertThat(model.readingProperty().get().refusal()).isEmpty();
        assertThat(model.settingsProperty().get().window()).isEqualTo(7);
        String told = "too short for the usual settings: Window 7 instead of 50 steps.";
        assertThat(String.join(" ", model.readingProperty().get().understood())).contains(told);
        assertThat(model.experiment().about()).contains(told).doesNotContain("Window 11");
        model.use(3, use(ColumnRole.LEFT_OUT));
        settle();
        assertThat(model.experiment()).as("as it was opened").isEqualTo(opened);
    }

    @Test
    void aWindowThatAPersonChoseIsNotChanged() throws IOException {
        Path file = Files.writeString(folder.resolve("visits.csv"), Visits.table());
        Experiment opened = OwnExperiment.fitted(file).orElseThrow().experiment();
        DataModel model = new DataModel(opened, work::add, window::add);
        settle();
        model.set("window", "9");
        settle();
        model.use(3, use(ColumnRole.NAME));
        settle();
        assertThat(model.settingsProperty().get().window()).isEqualTo(9);
        assertThat(model.readingProperty().get().refusal()).contains("choose a window of at most 7");
        DataModel chosenBefore = settled("visits.csv", Visits.table());
        chosenBefore.use(3, use(ColumnRole.NAME));
        settle();
        assertThat(chosenBefore.settingsProperty().get().window()).isEqualTo(8);
        assertThat(chosenBefore.readingProperty().get().refusal()).contains("choose a window of at most 7");
    }

    @Test
    void ofAFolderTheFirstFileIsSeenAndAllAreUnderstood() throws IOException {
        Path several = Files.createDirectory(folder.resolve("several"));
        for (int i = 0; i < 3; i++) {
            Files.writeString(several.resolve(i + ".csv"), "a,b\n" + (i + ",2\n3," + i + "\n").repeat(40));
        }
        DataModel model = new DataModel(OwnExperiment.of(several).orElseThrow(), work::add, window::add);
        settle();
        assertThat(model.readingProperty().get().files()).isEqualTo(3);
        assertThat(model.readingProperty().get().columns()).hasSize(2);
        assertThat(model.readingProperty().get().understood().getFirst()).startsWith("3 files: 240 rows");
    }
}
