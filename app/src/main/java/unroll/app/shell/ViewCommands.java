package unroll.app.shell;

import static unroll.app.command.Shortcut.alt;
import static unroll.app.command.Shortcut.key;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.input.KeyCode;
import unroll.app.command.Commands;
import unroll.app.dock.Arrangement;
import unroll.app.dock.Dock;
import unroll.app.dock.Side;
import unroll.app.dock.View;
import unroll.app.edit.History;
import unroll.app.training.LiveViews;
import unroll.app.view.LiveView;
import unroll.app.view.flow.LiveFlow;
import unroll.app.view.hidden.LiveHidden;

/** The commands that show and move the views of the training screen, and those of the views themselves. */
final class ViewCommands {
    private final LiveViews live;

    private ViewCommands(LiveViews live) {
        this.live = live;
    }

    static void add(
            Commands.Group commands, LiveViews live, History<Arrangement> arrangement, BooleanExpression trains) {
        ViewCommands views = new ViewCommands(live);
        commands.add("view.flowOrHidden", "Gradient flow or hidden states", trains, views::toggleFlow, key(KeyCode.G));
        for (LiveView<?> view : live.all()) {
            BooleanExpression applies = trains.and(BooleanExpression.booleanExpression(view.applies()));
            commands.add(
                    View.command(view.name()),
                    "Show or close: " + view.title(),
                    applies,
                    () -> views.with(view.name(), Dock::showOrClose),
                    alt(view.key()));
            view.addTo(commands, applies, () -> views.with(view.name(), Dock::show));
        }
        commands.add("arrange.maximise", "Maximise the view in hand", trains, views::maximise, alt(KeyCode.ENTER));
        views.edge(commands, trains, "left", Side.LEFT, KeyCode.LEFT);
        views.edge(commands, trains, "right", Side.RIGHT, KeyCode.RIGHT);
        views.edge(commands, trains, "upper", Side.ABOVE, KeyCode.UP);
        views.edge(commands, trains, "lower", Side.BELOW, KeyCode.DOWN);
        var undo = trains.and(arrangement.canUndo());
        var redo = trains.and(arrangement.canRedo());
        commands.add(
                        "arrange.window",
                        "View in hand into a window of its own",
                        trains,
                        () -> views.inHand(Dock::detach),
                        alt(KeyCode.W))
                .add(
                        "arrange.asAtFirst",
                        "Arrange the views as at first",
                        trains,
                        () -> views.dock(Dock::arrangeAsAtFirst),
                        alt(KeyCode.DIGIT0))
                .add("arrange.undo", "Undo the last move of a view", undo, arrangement::undo, alt(KeyCode.Z))
                .add("arrange.redo", "Redo the move of a view", redo, arrangement::redo, alt(KeyCode.Y));
    }

    private void edge(Commands.Group commands, BooleanExpression trains, String name, Side side, KeyCode key) {
        commands.add(
                "arrange." + name,
                "View in hand to the " + name + " edge",
                trains,
                () -> inHand((dock, view) -> dock.toEdge(view, side)),
                alt(key));
    }

    private void dock(Consumer<Dock> action) {
        live.dock().ifPresent(action);
    }

    private void inHand(BiConsumer<Dock, View> action) {
        dock(dock -> action.accept(dock, dock.inHandProperty().get()));
    }

    private void with(String name, BiConsumer<Dock, View> action) {
        dock(dock -> dock.views().stream()
                .filter(view -> view.name().equals(name) && view.applies().getValue())
                .findFirst()
                .ifPresent(view -> action.accept(dock, view)));
    }

    private void maximise() {
        inHand((dock, view) -> {
            var large = view.card().maximisedProperty();
            large.set(!large.get());
        });
    }

    private void toggleFlow() {
        with(live.seen(LiveFlow.NAME).get() ? LiveHidden.NAME : LiveFlow.NAME, Dock::show);
    }
}
