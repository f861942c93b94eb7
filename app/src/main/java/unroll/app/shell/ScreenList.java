package unroll.app.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import unroll.app.control.Overlay;
import unroll.app.control.Status;
import unroll.app.gallery.GalleryCard;
import unroll.app.gallery.RunItems;
import unroll.app.gallery.RunList;
import unroll.app.training.StatusModel;

/** The screens of the window and what they share, wired by their constructors: whoever adds a screen adds it here and nowhere else. */
final class ScreenList {
    private final ShellModel shell;
    private final ObservableValue<Screen<?>> front;
    private final TrainingScreen training;
    private final GalleryScreen gallery;
    private final Opening opening;
    private final RecentFiles recent;
    private final Projects projects;
    private final WeightsFiles weights;
    private final DataSheets data;
    private final Predictions predictions;
    private final Map<String, Screen<?>> all = new LinkedHashMap<>();

    /** @param overlay on which somebody is asked how data are read */
    ScreenList(Services services, ShellModel shell, Stages stages, Overlay overlay) {
        this.shell = shell;
        training = new TrainingScreen(services, shell, stages);
        data = new DataSheets(services, shell, training, overlay);
        predictions = new Predictions(services, shell, training, overlay, stages.main());
        DesignScreen design = new DesignScreen(services, shell, training, () -> data.part(predictions.button()));
        SweepScreen sweeps = new SweepScreen(services, shell, training);
        RaceScreen race = new RaceScreen(services, shell, training);
        ValleyScreen valley = new ValleyScreen(services, shell);
        recent = new RecentFiles(services, shell::complain);
        projects = new Projects(services, shell, training, stages.main(), recent::opened);
        opening = new Opening(services, shell, new Opening.Screens(training, sweeps, race), recent, projects, data);
        weights = new WeightsFiles(services, shell, training, opening, stages.main());
        RunsScreen runs = new RunsScreen(services, shell, training, race, opening);
        List<Screen<?>> others = List.of(design, training, sweeps, race, valley, runs);
        List<Supplier<GalleryCard>> cards =
                others.stream().flatMap(one -> one.card().stream()).toList();
        gallery = new GalleryScreen(services, shell, opening, recent, stages.main(), cards);
        gallery.readRunsAfter(
                training.news().runningProperty(),
                training.news().folderProperty(),
                race.model().runningProperty());
        gallery.readSweepsAfter(sweeps.model().folderProperty(), sweeps.model().standingProperty());
        Stream.concat(Stream.of(gallery), others.stream()).forEach(this::add);
        front = shell.frontProperty().map(id -> Objects.requireNonNull(all.get(id), id));
        gallery.enter();
    }

    private void add(Screen<?> screen) {
        if (all.putIfAbsent(screen.id(), screen) != null) {
            throw new IllegalArgumentException("two screens have the id '" + screen.id() + "'");
        }
    }

    /** All of them, in the order in which the column at the left has them. */
    List<Screen<?>> all() {
        return List.copyOf(all.values());
    }

    Optional<Screen<?>> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    /** The one that is in front. */
    ObservableValue<Screen<?>> front() {
        return front;
    }

    /** The id of the one that is in front, if it has something to show. */
    ObservableValue<String> shown() {
        return front.flatMap(screen -> screen.shown().map(yes -> yes ? screen.id() : ""));
    }

    /** What is open there; empty where nothing is. */
    ObservableValue<String> title() {
        return front.flatMap(screen -> screen.title().orElse(training.news().nameProperty()));
    }

    /** What went wrong there; empty while nothing did. */
    ObservableValue<String> trouble() {
        return front.flatMap(Screen::trouble);
    }

    /** What the status line shows there; the memory is that of the window and of the card that the run trains on. */
    ObservableValue<Status> status() {
        StatusModel run = training.news().status();
        ObservableValue<String> memory = shell.memoryProperty()
                .flatMap(used ->
                        run.deviceMemoryProperty().map(card -> card.isEmpty() ? used : used + " \u00b7 " + card));
        ObservableValue<Status> shown = front.flatMap(screen -> screen.status().orElse(run.statusProperty()));
        return shown.flatMap(status -> memory.map(status::inMemory));
    }

    /** The runs to go on with, the open one as it is now. */
    RunList runs() {
        RunList runs = new RunList(opening::goOn, () -> shell.show(RunsScreen.ID));
        runs.runsProperty().bind(LiveRuns.of(gallery.model().runsProperty(), training.news()));
        runs.moreProperty().bind(gallery.model().runsProperty().map(RunItems::more));
        runs.currentProperty().bind(training.news().folderProperty());
        return runs;
    }

    /** The ids of commands of other screens that work on each, too. */
    Map<String, Set<String>> guests() {
        Map<String, Set<String>> guests = new LinkedHashMap<>();
        all.forEach((id, screen) -> guests.put(id, screen.guests()));
        return guests;
    }

    TrainingScreen training() {
        return training;
    }

    GalleryScreen gallery() {
        return gallery;
    }

    /** Opens files, folders and runs. */
    Opening opening() {
        return opening;
    }

    /** What was opened last. */
    RecentFiles recent() {
        return recent;
    }

    /** The run that is open as a project file. */
    Projects projects() {
        return projects;
    }

    /** The experiment that is open as text. */
    ExperimentClipboard clipboard() {
        return new ExperimentClipboard(training, opening, shell);
    }

    /** How data of a person's own are read. */
    DataSheets data() {
        return data;
    }

    /** What the network that is open predicts of files. */
    Predictions predictions() {
        return predictions;
    }

    /** Weights as files. */
    WeightsFiles weights() {
        return weights;
    }

    /** Sets whether the main window is seen. */
    void look(boolean seen) {
        all.values().forEach(one -> one.look(seen));
        gallery.controller().lookAtRuns(seen);
        recent.look();
    }

    /** Renews what changes with the time of day. */
    void tick() {
        all.values().forEach(Screen::tick);
    }

    /** Restores the layout where a view was enlarged; false if none was. */
    boolean restore() {
        return all.values().stream().map(Screen::restore).reduce(false, Boolean::logicalOr);
    }

    /** Saves and closes what is open, and waits for it. */
    void close() {
        recent.close();
        all().reversed().forEach(Screen::close);
    }
}
