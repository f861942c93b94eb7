package unroll.app.dock;

import javafx.geometry.Side;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import unroll.app.control.QuietButton;

/** What can be done with a view, as the menu in its header. */
final class ViewMenu {
    private ViewMenu() {}

    static QuietButton button(Dock dock, View view) {
        ContextMenu menu = new ContextMenu();
        QuietButton button = new QuietButton("more", "Move or close this view", () -> {});
        button.setOnAction(event -> {
            if (menu.isShowing()) {
                menu.hide();
            } else {
                fill(menu, dock, view);
                menu.show(button, Side.BOTTOM, 0, 4);
            }
        });
        return button;
    }

    private static void fill(ContextMenu menu, Dock dock, View view) {
        Menu views = new Menu("Views");
        for (View other : dock.views()) {
            if (other.applies().getValue()) {
                CheckMenuItem item =
                        new CheckMenuItem(other.card().titleProperty().get());
                boolean open = dock.arrangement().has(other.name());
                item.setSelected(open);
                item.setOnAction(event -> {
                    if (open) {
                        dock.close(other);
                    } else {
                        dock.show(other);
                    }
                });
                views.getItems().add(item);
            }
        }
        menu.getItems()
                .setAll(
                        item("In a window of its own", () -> dock.detach(view)),
                        item("To the left edge", () -> dock.toEdge(view, unroll.app.dock.Side.LEFT)),
                        item("To the right edge", () -> dock.toEdge(view, unroll.app.dock.Side.RIGHT)),
                        item("To the upper edge", () -> dock.toEdge(view, unroll.app.dock.Side.ABOVE)),
                        item("To the lower edge", () -> dock.toEdge(view, unroll.app.dock.Side.BELOW)),
                        item("Close", () -> dock.close(view)),
                        new SeparatorMenuItem(),
                        views,
                        item("Arrange all as at first", dock::arrangeAsAtFirst));
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }
}
