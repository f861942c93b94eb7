package unroll.app.shell;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
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

/** The commands that show and move the views of the training screen. */
final class ViewCommands {
    private final LiveViews live;

    private ViewCommands(LiveViews live) {
        this.live = live;
    }

    static void add(
            Commands.Group commands, LiveViews live, History<Arrangement> arrangement, BooleanExpression trains) {
        ViewCommands views = new ViewCommands(live);
        commands.add(
                "view.flowOrHidden",
                "Gradient flow or hidden states",
                trains,
                views::toggleFlow,
                new KeyCodeCombination(KeyCode.G));
        for (LiveView<?> view : live.all()) {
            commands.add(
                    "view." + view.name(),
                    "Show or close: " + view.title(),
                    trains,
                    () -> views.with(view.name(), Dock::showOrClose),
                    alt(view.key()));
        }
        commands.add("arrange.maximise", "Maximise the view in hand", trains, views::maximise, alt(KeyCode.ENTER))
                .add(
                        "arrange.left",
                        "View in hand to the left edge",
                        trains,
                        () -> views.toEdge(Side.LEFT),
                        alt(KeyCode.LEFT))
                .add(
                        "arrange.right",
                        "View in hand to the right edge",
                        trains,
                        () -> views.toEdge(Side.RIGHT),
                        alt(KeyCode.RIGHT))
                .add(
                        "arrange.upper",
                        "View in hand to the upper edge",
                        trains,
                        () -> views.toEdge(Side.ABOVE),
                        alt(KeyCode.UP))
                .add(
                        "arrange.lower",
                        "View in hand to the lower edge",
                        trains,
                        () -> views.toEdge(Side.BELOW),
                        alt(KeyCode.DOWN))
                .add(
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
                .add(
                        "arrange.undo",
                        "Undo the last move of a view",
                        trains.and(arrangement.canUndo()),
                        arrangement::undo,
                        alt(KeyCode.Z))
                .add(
                        "arrange.redo",
                        "Redo the move of a view",
                        trains.and(arrangement.canRedo()),
                        arrangement::redo,
                        alt(KeyCode.Y));
    }

    private static KeyCombination alt(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.ALT_DOWN);
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

    private void toEdge(Side side) {
        inHand((dock, view) -> dock.toEdge(view, side));
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
