package unroll.app.runs;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import unroll.app.control.Numbers;
import unroll.engine.archive.RunRecord;
import unroll.engine.archive.RunRecord.Damaged;
import unroll.engine.archive.RunRecord.Whole;
import unroll.engine.archive.ScoreLabel;
import unroll.engine.experiment.Experiment;
import unroll.engine.record.Expenses;
import unroll.engine.record.Remarks;
import unroll.engine.setting.SettingsList;

/**
 * A run as the table shows it.
 *
 * @param run what its files hold
 * @param state how it goes
 * @param differs what sets it apart, in words
 * @param paths the same with the paths of its settings
 * @param settings by their paths, as far as they have columns
 * @param baseline whether others are compared with it
 * @param remarks what people wrote about it
 * @param made when its folder was
 * @param when it changed, for people
 */
record RunRow(
        RunRecord run,
        RowState state,
        String differs,
        String paths,
        Map<String, String> settings,
        boolean baseline,
        Remarks remarks,
        Instant made,
        String when) {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /** The state of a run, the most urgent first. */
    enum RowState {
        TRAINING("run-running"),
        DAMAGED("run-broken"),
        STOPPED("run-broken"),
        PAUSED("run-resting"),
        FINISHED("run-finished");

        private final String style;

        RowState(String style) {
            this.style = style;
        }

        /** The style of its dot. */
        String style() {
            return style;
        }
    }

    static RowState state(RunRecord run, boolean training) {
        if (training) {
            return RowState.TRAINING;
        }
        return switch (run) {
            case Damaged damaged -> RowState.DAMAGED;
            case Whole whole when !whole.stopped().isEmpty() -> RowState.STOPPED;
            case Whole whole -> whole.finished() ? RowState.FINISHED : RowState.PAUSED;
        };
    }

    static String ago(RunRecord run, Instant now) {
        return Numbers.ago(Duration.between(run.changed(), now));
    }

    String id() {
        return run.id();
    }

    Optional<Whole> whole() {
        return run instanceof Whole whole ? Optional.of(whole) : Optional.empty();
    }

    String name() {
        return remarks.nameOr(whole().map(whole -> whole.experiment().name()).orElse(id()));
    }

    String standing() {
        return switch (run) {
            case Damaged damaged -> "damaged";
            case Whole whole
            when state == RowState.TRAINING ->
                "training at " + Numbers.whole(whole.spent().updates());
            case Whole whole -> whole.standing();
        };
    }

    /** What is wrong with it; empty for nothing. */
    String trouble() {
        return switch (run) {
            case Damaged damaged -> damaged.complaint();
            case Whole whole -> whole.stopped();
        };
    }

    long updates() {
        return whole().map(whole -> whole.spent().updates()).orElse(-1L);
    }

    String of() {
        return whole().map(whole ->
                        "of " + Numbers.whole(whole.experiment().training().updates()))
                .orElse("");
    }

    double last() {
        return whole().map(Whole::last).orElse(OptionalDouble.empty()).orElse(Double.NaN);
    }

    double best() {
        return whole().flatMap(Whole::best).map(Whole::headline).orElse(Double.NaN);
    }

    /** At which update its best test was. */
    String bestAt() {
        return whole().flatMap(Whole::best)
                .map(Expenses.Test::update)
                .map(update -> "after " + Numbers.whole(update) + " updates")
                .orElse("");
    }

    String measure() {
        return whole().flatMap(Whole::headline).map(ScoreLabel::words).orElse("");
    }

    String tags() {
        return String.join(" ", remarks.tags());
    }

    String begun() {
        return WHEN.format(made.atZone(ZoneId.systemDefault()));
    }

    String seeds() {
        return whole().map(Whole::seeds).orElse("");
    }

    double seconds() {
        return whole().map(whole -> whole.spent().seconds()).orElse(Double.NaN);
    }

    String time() {
        return Double.isNaN(seconds()) ? "" : Numbers.time(Duration.ofMillis(Math.round(seconds() * 1000)));
    }

    String setting(String path) {
        return settings.getOrDefault(path, "");
    }

    /** What people call a setting of it; the path where it has no such setting. */
    String label(String path) {
        return label(whole().map(Whole::experiment).stream().toList(), path);
    }

    /** What people call a setting of the first of these experiments that has it; the path where none has. */
    static String label(List<Experiment> experiments, String path) {
        return experiments.stream()
                .filter(experiment -> SettingsList.of(experiment).containsKey(path))
                .map(experiment -> SettingsList.field(experiment, path).label())
                .findFirst()
                .orElse(path);
    }

    /** Whether all words of a filter occur in what the run has of its own; in what sets it apart, the baseline's settings stand too. */
    boolean matches(String filter) {
        String all = String.join(
                        " ",
                        name(),
                        String.join(" ", remarks.tags()),
                        id(),
                        standing(),
                        trouble(),
                        remarks.notes(),
                        measure(),
                        String.join(" ", kinds()))
                .toLowerCase(Locale.ROOT);
        for (String word : filter.toLowerCase(Locale.ROOT).strip().split("\\s+", -1)) {
            if (!all.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private Iterable<String> kinds() {
        return whole().map(whole -> whole.settings().entrySet().stream()
                        .map(setting -> setting.getKey() + " " + setting.getValue())
                        .toList())
                .orElse(List.of());
    }
}
