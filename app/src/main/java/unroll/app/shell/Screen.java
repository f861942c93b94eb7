package unroll.app.shell;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;
import unroll.app.address.NodeAddress;
import unroll.app.command.Commands;
import unroll.app.control.Card;
import unroll.app.control.Status;
import unroll.app.export.Caption;
import unroll.app.gallery.GalleryCard;
import unroll.app.picture.Past;
import unroll.app.screen.ScreenController;
import unroll.app.screen.ScreenLayout;

/**
 * A screen of the window: its parts, wired to each other, and all that the window shows of it. Whoever adds one adds it to {@link
 * ScreenList} and nowhere else.
 *
 * @param <V> its layout
 */
abstract class Screen<V extends Parent & ScreenLayout> {
    private final String id;
    private final ShellModel shell;
    private final BooleanExpression shown;
    private @Nullable V view;

    /**
     * A screen that is not made yet.
     *
     * @param id what addresses and commands call it, for ever
     * @param ready whether there is something on it to be shown
     */
    Screen(String id, ShellModel shell, BooleanExpression ready) {
        this.id = id;
        this.shell = shell;
        shown = ready.and(shell.frontProperty().isEqualTo(id));
    }

    /** True, and of each who asks its own: what is shared by all would hold all who ever observed it. */
    static BooleanExpression always() {
        return new ReadOnlyBooleanWrapper(true).getReadOnlyProperty();
    }

    final String id() {
        return id;
    }

    /** Whether it is in front and has something to show. */
    final BooleanExpression shown() {
        return shown;
    }

    // What the window shows of it

    /** What works for it. */
    abstract ScreenController controller();

    abstract NavigationItem item();

    /** What is open on it, for the window's title; empty where that is the run. */
    Optional<ObservableValue<String>> title() {
        return Optional.empty();
    }

    /** What the status line shows; empty where that is of the run. */
    Optional<ObservableValue<Status>> status() {
        return Optional.empty();
    }

    /** What it shows itself that went wrong; empty while nothing did. */
    ObservableValue<String> trouble() {
        return new ReadOnlyStringWrapper("").getReadOnlyProperty();
    }

    /** What it shows in the bar on top. */
    Optional<BarContent> barContent() {
        return Optional.empty();
    }

    /** Whether it has views that can become files. */
    boolean hasViews() {
        return true;
    }

    /** What stands below a picture of one of its views. */
    Caption caption(Card card) {
        return Caption.NONE;
    }

    /** The past of its views, for films. */
    Past past() {
        return Past.NONE;
    }

    /** What the gallery shows of it, drawn on a thread that may wait. */
    Optional<Supplier<GalleryCard>> card() {
        return Optional.empty();
    }

    /** What people call a view or a setting of it; empty where there is no such thing. */
    Optional<String> titleOf(NodeAddress address) {
        return Optional.empty();
    }

    // What can be done

    /** Adds what can be done on it, and with it from anywhere. */
    abstract void addTo(Commands commands, Sheets sheets);

    /** The ids of commands of other screens that work on it, too. */
    Set<String> guests() {
        return Set.of();
    }

    /** Shows it. */
    void enter() {
        shell.show(id);
    }

    /** Restores a view that is maximised; false if none was. */
    final boolean restore() {
        return view != null && view.restore();
    }

    /** Renews what changes with the time of day. */
    final void tick() {
        controller().tick();
    }

    /** Saves and closes what is open, and waits for it. */
    void close() {
        controller().close();
    }

    // Its layout

    /** Makes the layout, when it is first needed. */
    abstract V make();

    final V view() {
        V made = view;
        if (made == null) {
            made = make();
            view = made;
        }
        return made;
    }

    /** Does something with the layout if it is shown. */
    final void with(Consumer<V> action) {
        if (view != null && shown.get()) {
            action.accept(view);
        }
    }

    /** Sets whether the window is seen; while the screen is not, it asks nothing. */
    final void look(boolean windowSeen) {
        boolean seen = windowSeen && shown.get();
        controller().look(seen);
        if (seen) {
            with(ScreenLayout::takeKeys);
        }
    }
}
