package unroll.app.shell;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import unroll.app.command.Commands;
import unroll.app.dock.Dock;
import unroll.app.dock.Side;
import unroll.app.dock.View;
import unroll.app.training.LiveViews;

/** Says how the views of the training screen are shown and moved without a mouse. */
final class ViewCommands {
    private final TrainingScreen screen;

    private ViewCommands(TrainingScreen screen) {
        this.screen = screen;
    }

    static void add(Commands.Group commands, TrainingScreen screen, BooleanExpression trains) {
        ViewCommands views = new ViewCommands(screen);
        commands.add(
                "view.flowOrHidden",
                "Gradient flow or hidden states",
                trains,
                views::toggleFlow,
                new KeyCodeCombination(KeyCode.G));
        int number = 1;
        for (String name : LiveViews.arrangement().views()) {
            commands.add(
                    "view." + name,
                    "Show or close: " + LiveViews.title(name),
                    trains,
                    () -> views.with(name, Dock::showOrClose),
                    alt(key(number++)));
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
                        trains.and(screen.arrangement().canUndo()),
                        screen.arrangement()::undo,
                        alt(KeyCode.Z))
                .add(
                        "arrange.redo",
                        "Redo the move of a view",
                        trains.and(screen.arrangement().canRedo()),
                        screen.arrangement()::redo,
                        alt(KeyCode.Y));
    }

    /** The digits; the tenth view, which is that of updates, has its letter. */
    private static KeyCode key(int number) {
        return number < 10 ? KeyCode.getKeyCode(Integer.toString(number)) : KeyCode.U;
    }

    private static KeyCombination alt(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.ALT_DOWN);
    }

    private void dock(Consumer<Dock> action) {
        screen.dock().ifPresent(action);
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
        boolean shown = screen.model().flowShownProperty().get();
        with(shown ? LiveViews.HIDDEN : LiveViews.FLOW, Dock::show);
    }
}
