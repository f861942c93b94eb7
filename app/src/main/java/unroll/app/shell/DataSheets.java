package unroll.app.shell;

import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import unroll.app.address.NodeAddress;
import unroll.app.background.Offer;
import unroll.app.control.Overlay;
import unroll.app.own.DataModel;
import unroll.app.own.DataSheet;
import unroll.app.sheet.SettingEdit;
import unroll.engine.experiment.Experiment;
import unroll.engine.table.Doubt;
import unroll.engine.task.OwnSeries;

/** Lets a person see and change how data of their own are read: before a run begins where something is doubtful, later as an edit. */
final class DataSheets {
    /** The command that shows the sheet. */
    static final String CHANGE = "data.change";

    private static final String HELP = "See how the file was read, and what each column is for, and change it";

    private final Services services;
    private final ShellModel shell;
    private final TrainingScreen training;
    private final Overlay overlay;

    /** What of the data is open to doubt, in words; empty for nothing. */
    private final ObservableValue<String> doubts;

    DataSheets(Services services, ShellModel shell, TrainingScreen training, Overlay overlay) {
        this.services = services;
        this.shell = shell;
        this.training = training;
        this.overlay = overlay;
        doubts = Bindings.createStringBinding(
                this::openDoubts,
                training.news().headProperty(),
                training.history().valueProperty());
        doubts.subscribe(this::tell);
    }

    /** What could be read otherwise of the data of the run that is open, unless the settings that are shown say how. */
    private String openDoubts() {
        return training.history().valueProperty().get().task() instanceof OwnSeries own
                ? training.news().headProperty().get().doubts().stream()
                        .filter(doubt -> !doubt.isSettled(own.form()))
                        .map(Doubt::sentence)
                        .collect(Collectors.joining(" "))
                : "";
    }

    /** Shows the sheet for data that are not open yet; {@code begin} takes the experiment that a person wants of them. */
    void ask(Experiment experiment, Consumer<Experiment> begin) {
        show(experiment, "Open", begin);
    }

    /** Shows the sheet for the data of the experiment that is open, which it edits. */
    void change() {
        training.controller()
                .settings()
                .filter(DataSheets::readsTables)
                .ifPresent(open -> show(
                        open,
                        "Apply",
                        after -> training.controller()
                                .edit(new SettingEdit<>("How " + name(after) + " is read", after))));
    }

    private void show(Experiment experiment, String does, Consumer<Experiment> take) {
        DataModel model = new DataModel(experiment, services.work(), services.window());
        overlay.show(new DataSheet(model, does, () -> take.accept(model.experiment()), overlay::close));
    }

    /** Tells in a line how data were read, or in which other ways they could be, and offers to change it. */
    void tell(String sentences) {
        if (!sentences.isEmpty()) {
            shell.background().tell(sentences, new Offer("Change\u2026", HELP, this::change));
        }
    }

    /** Offers the sheet for data that could not be read as they were found. */
    void offer(Experiment experiment, Consumer<Experiment> begin) {
        shell.background()
                .ask(
                        "Is " + name(experiment) + " to be read in another way than was found?",
                        new Offer("Change\u2026", HELP, () -> ask(experiment, begin)));
    }

    /** Whether the experiment that is open reads tables. */
    ObservableValue<Boolean> offered() {
        return Bindings.createBooleanBinding(
                () -> training.news().openProperty().get()
                        && readsTables(training.history().valueProperty().get()),
                training.news().openProperty(),
                training.history().valueProperty());
    }

    /**
     * The file that is read, and a button that shows the sheet, for the side of a screen; nothing where no tables are read.
     *
     * @param use uses the network on other data
     */
    VBox part(Button use) {
        Label title = new Label("DATA");
        title.getStyleClass().add("section-title");
        Label file = new Label();
        file.setWrapText(true);
        file.setMinHeight(VBox.USE_PREF_SIZE);
        file.textProperty().bind(training.history().valueProperty().map(DataSheets::name));
        Label doubt = new Label();
        doubt.getStyleClass().add("doubt");
        doubt.setWrapText(true);
        doubt.setMinHeight(VBox.USE_PREF_SIZE);
        doubt.textProperty().bind(doubts);
        doubt.visibleProperty().bind(doubt.textProperty().isNotEmpty());
        doubt.managedProperty().bind(doubt.visibleProperty());
        Button change = NodeAddress.command(CHANGE).on(new Button("Change how it is read\u2026"));
        change.setTooltip(new Tooltip(HELP));
        change.setOnAction(event -> change());
        VBox part = new VBox(title, file, doubt, change, use);
        part.getStyleClass().add("section");
        part.visibleProperty().bind(offered());
        part.managedProperty().bind(part.visibleProperty());
        return part;
    }

    private static boolean readsTables(Experiment experiment) {
        return experiment.task() instanceof OwnSeries;
    }

    private static String name(Experiment experiment) {
        return experiment.task() instanceof OwnSeries own ? own.folder().name() : "";
    }
}
