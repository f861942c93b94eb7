package unroll.app.shell;

import static unroll.app.shell.Commands.ctrl;
import static unroll.app.shell.Commands.key;
import static unroll.app.shell.Commands.typed;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyProperty;
import javafx.scene.input.KeyCode;
import unroll.app.design.DesignView;
import unroll.app.design.PaletteItem;

/** Says what can be done on the design screen. */
final class DesignCommands {
    private DesignCommands() {}

    static void add(Commands commands, Workbench bench, ReadOnlyProperty<Boolean> always) {
        DesignDesk design = bench.design();
        var seen = design.shown();
        var model = design.model();
        var controller = design.controller();
        commands.add("Draw the network", always, design::enter, ctrl(KeyCode.DIGIT7));
        for (PaletteItem part : PaletteItem.all()) {
            commands.add(
                    "Add to the network: " + part.label(),
                    seen,
                    () -> controller.add(part),
                    typed(Integer.toString(part.key())));
        }
        commands.add("Delete what is chosen", seen, controller::delete, key(KeyCode.DELETE))
                .add("Rename or change what is chosen", seen, () -> design.with(DesignView::rename), key(KeyCode.F2))
                .add("Larger layer", seen, () -> controller.resize(true), typed("+"))
                .add("Smaller layer", seen, () -> controller.resize(false), typed("-"))
                .add("Unfold through time, or fold", seen, () -> flip(model.unfoldedProperty()), key(KeyCode.U))
                .add("The experiment as text, or drawn", seen, () -> flip(model.writtenProperty()), key(KeyCode.J));
    }

    private static void flip(BooleanProperty flag) {
        flag.set(!flag.get());
    }
}
