package unroll.app.shell;

import static unroll.app.command.Shortcut.ctrl;
import static unroll.app.command.Shortcut.key;
import static unroll.app.command.Shortcut.typed;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import unroll.app.command.Command;
import unroll.app.command.Commands;
import unroll.app.control.Card;
import unroll.app.design.DesignController;
import unroll.app.design.DesignModel;
import unroll.app.design.DesignView;
import unroll.app.design.PaletteItem;
import unroll.app.export.Caption;
import unroll.app.sheet.FileChoice;
import unroll.app.sheet.PropertySheet;
import unroll.engine.experiment.Experiment;

/** The design screen, wired to the experiment that is open. */
final class DesignScreen extends Screen<DesignView> {
    static final String ID = "design";

    /** Settings of an experiment that make its network. */
    private static final Set<String> SECTIONS = Set.of("model", "initialisation", "gates", "seeds");

    private final DesignModel model = new DesignModel();
    private final DesignController controller;
    private final TrainingScreen training;
    private final FileChoice files;
    private final Supplier<Node> data;

    /** @param data makes the part at the side that tells of the data */
    DesignScreen(Services services, ShellModel shell, TrainingScreen training, Supplier<Node> data) {
        this.data = data;
        super(ID, shell, always());
        this.training = training;
        files = services.picker();
        controller = new DesignController(
                model, training.history(), training.controller()::edit, services.work(), services.window());
    }

    DesignModel model() {
        return model;
    }

    @Override
    DesignController controller() {
        return controller;
    }

    @Override
    NavigationItem item() {
        return new NavigationItem(
                "Design",
                "design",
                "The network of the experiment, to draw and to change",
                "Draw the network",
                ctrl(KeyCode.DIGIT7));
    }

    /** That of the run, which is seen here as it trains. */
    @Override
    Optional<BarContent> barContent() {
        return training.barContent();
    }

    @Override
    Caption caption(Card card) {
        Experiment experiment = training.history().valueProperty().get();
        return new Caption(
                training.news().nameProperty().get(),
                "before the first update",
                List.of(Exports.words(experiment.seeds())));
    }

    @Override
    void addTo(Commands commands, Sheets sheets) {
        Commands.Group group = commands.on(ID, "Design");
        for (PaletteItem item : PaletteItem.all()) {
            group.add(
                    "design.add." + Command.part(item.label()),
                    "Add to the network: " + item.label(),
                    () -> controller.editor().add(item),
                    typed(Integer.toString(item.key())));
        }
        group.add("design.delete", "Delete what is chosen", controller.editor()::delete, key(KeyCode.DELETE))
                .add(
                        "design.rename",
                        "Rename or change what is chosen",
                        () -> with(DesignView::rename),
                        key(KeyCode.F2))
                .add("design.larger", "Larger layer", () -> controller.editor().resize(true), typed("+"))
                .add(
                        "design.smaller",
                        "Smaller layer",
                        () -> controller.editor().resize(false),
                        typed("-"))
                .flip("design.unfold", "Unfold through time, or fold", model.unfoldedProperty(), key(KeyCode.U))
                .flip("design.text", "The experiment as text, or drawn", model.writtenProperty(), key(KeyCode.J));
    }

    @Override
    Set<String> guests() {
        return RunCommands.WITH_PLAY;
    }

    /** Shows the network of the experiment that is open; where none is, of the first example. */
    @Override
    void enter() {
        training.openSomething();
        super.enter();
    }

    @Override
    DesignView make() {
        PropertySheet<Experiment> sheet = new PropertySheet<>(
                training.history().valueProperty().get(),
                files,
                training.controller()::edit,
                (experiment, section) -> SECTIONS.contains(section) && experiment.uses(section));
        sheet.valueProperty().bind(training.history().valueProperty());
        sheet.noteProperty("initialisation").bind(training.news().outlookProperty());
        VBox side = new VBox(data.get(), sheet);
        side.getStyleClass().add("side-parts");
        return new DesignView(model, controller, side, training.news().pendingProperty(), training.controller()::reset);
    }
}
