package unroll.app.own;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import unroll.app.edit.History;
import unroll.engine.experiment.Experiment;
import unroll.engine.experiment.OwnExperiment;
import unroll.engine.series.ColumnSettings;
import unroll.engine.series.ColumnUse;
import unroll.engine.series.Roles;
import unroll.engine.setting.Schema;
import unroll.engine.setting.SettingsException;
import unroll.engine.setting.SettingsJson;
import unroll.engine.table.Doubt;
import unroll.engine.task.OwnSeries;

/** How the data of an experiment are read, each choice of which is followed by what comes of it; on the window's thread. */
public final class DataModel {
    private static final Schema<OwnSeries> SETTINGS = Schema.of(OwnSeries.class);

    /** Steps of a window where nobody says how many. */
    private static final int USUAL = SETTINGS.initial().window();

    private final Experiment experiment;
    private final OwnSeries first;
    private final DataReader reader;
    private final History<Choice> choices;
    private final ReadOnlyObjectWrapper<OwnSeries> settings;
    private final ReadOnlyObjectWrapper<Reading> reading;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy", true);

    /**
     * What a person has chosen.
     *
     * @param fits whether windows are as long as the data allow, up to the usual; not where a person has said how long
     */
    private record Choice(OwnSeries settings, boolean fits) {}

    /** What the columns of the tables that were read last are for, with what was chosen since. */
    private Optional<Roles> roles = Optional.empty();

    /** Whether windows are as long as the data allow, up to the usual; not where a person has said how long. */
    private boolean fits = true;

    /** How the data were understood at first, as the experiment may say of itself. */
    private Optional<List<String>> before = Optional.empty();

    /**
     * Begins to read.
     *
     * @param experiment whose task reads the data: {@link OwnSeries}
     * @param work threads that may wait
     * @param window the window's thread
     */
    public DataModel(Experiment experiment, Executor work, Executor window) {
        this.experiment = experiment;
        first = (OwnSeries) experiment.task();
        settings = new ReadOnlyObjectWrapper<>(this, "settings", first);
        reading = new ReadOnlyObjectWrapper<>(this, "reading", Reading.none(first, List.of(), ""));
        reader = new DataReader(work, window, this::show);
        choices = new History<>(new Choice(first, fits));
        choices.valueProperty().subscribe(this::follow);
    }

    // Properties

    /** The settings as they are chosen. */
    ReadOnlyObjectProperty<OwnSeries> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    /** What came of the settings that were read last. */
    ReadOnlyObjectProperty<Reading> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** Whether what is chosen is still being read. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Whether there is a choice to take back. */
    BooleanBinding canUndo() {
        return choices.canUndo();
    }

    /** Whether there is a choice to make again. */
    BooleanBinding canRedo() {
        return choices.canRedo();
    }

    /** Whether the settings can be taken: they were read, and something can be learned so. */
    boolean isReady() {
        return !busy.get() && reading.get().refusal().isEmpty();
    }

    /** The name of the file or folder. */
    String file() {
        return settings.get().folder().name();
    }

    /** The experiment with the settings that were read. */
    public Experiment experiment() {
        return OwnExperiment.reading(
                experiment,
                settings.get(),
                before.orElse(List.of()),
                reading.get().understood());
    }

    // Commands

    /**
     * Takes another value of a setting of the task.
     *
     * @param path of it within the task: "form.separator"
     * @return why it was not taken; empty where it was
     */
    String set(String path, String text) {
        try {
            OwnSeries after = SettingsJson.with(settings.get(), path, text);
            take(path, after, fits && after.window() == settings.get().window());
            return "";
        } catch (SettingsException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    /** Settles a doubt by one of its values. */
    void settle(Doubt doubt, String value) {
        set("form." + doubt.setting(), value);
    }

    /** Takes a column for something else; nothing happens where the columns are not known. */
    void use(int column, ColumnUse use) {
        reading.get()
                .first()
                .ifPresent(table -> roles.ifPresent(now -> {
                    Roles after = now.with(table, column, use);
                    take("columns", SETTINGS.with(settings.get(), "columns", after.settings(table)), fits);
                    roles = Optional.of(after);
                }));
    }

    /** Takes the columns for what is found. */
    void useAsFound() {
        take("columns", SETTINGS.with(settings.get(), "columns", ColumnSettings.FOUND), fits);
    }

    /** Takes the last choice back, if there is one. */
    void undo() {
        roles = Optional.empty(); // of the columns as they are not any more
        choices.undo();
    }

    /** Makes the choice again that was taken back last, if there is one. */
    void redo() {
        roles = Optional.empty();
        choices.redo();
    }

    /** Breaks off what is being read, for nobody wants it any more. */
    void leave() {
        reader.breakOff();
    }

    private void take(String name, OwnSeries after, boolean fit) {
        if (!after.equals(settings.get())) {
            choices.apply(name, new Choice(after, fit));
        }
    }

    private void follow(Choice choice) {
        settings.set(choice.settings());
        fits = choice.fits();
        busy.set(true);
        ask();
    }

    private void ask() {
        reader.ask(fits ? settings.get().windowed(USUAL) : settings.get(), fits);
    }

    /** Shows what was read; where that tells that the window of the experiment was chosen, it is read again as chosen. */
    private void show(Reading now) {
        if (before.isEmpty()
                && first.window() != USUAL
                && fits
                && now.settings().window() != first.window()) {
            choices.restart(new Choice(first, false));
            return;
        }
        if (before.isEmpty()) {
            before = Optional.of(now.understood());
        }
        if (now.refusal().isEmpty()) {
            settings.set(now.settings());
        }
        roles = now.roles();
        reading.set(now);
        busy.set(false);
    }
}
