package unroll.app.dock;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import unroll.app.address.NodeAddress;

/** The tabs of views that share a place, in the header of the one in front; a list of them where tabs have no room. */
final class Tabs {
    private final Map<View, ToggleButton> tabs = new LinkedHashMap<>();
    private final HBox row = new HBox();
    private final MenuButton list = new MenuButton();

    /**
     * Tabs in the order of the views.
     *
     * @param choose takes the view that is to come to the front
     * @param handle makes a tab something by which its view is taken elsewhere
     */
    Tabs(List<View> views, Consumer<View> choose, BiConsumer<Node, View> handle) {
        row.getStyleClass().add("card-tabs");
        list.getStyleClass().add("card-list");
        list.setMinWidth(Region.USE_PREF_SIZE);
        list.setTooltip(new Tooltip("Other views in this place"));
        for (View view : views) {
            ToggleButton tab = tab(view);
            tab.setOnAction(event -> {
                tab.setSelected(true); // a click on the one in front leaves it there
                choose.accept(view);
            });
            handle.accept(tab, view);
            tabs.put(view, tab);
            row.getChildren().add(tab);
            MenuItem item = new MenuItem();
            item.textProperty().bind(view.card().titleProperty());
            item.setOnAction(event -> choose.accept(view));
            list.getItems().add(item);
        }
    }

    private static ToggleButton tab(View view) {
        ToggleButton tab = NodeAddress.command(View.command(view.name())).on(new ToggleButton());
        tab.textProperty().bind(view.card().titleProperty());
        tab.getStyleClass().add("card-tab");
        tab.setTooltip(new Tooltip("Show " + view.card().titleProperty().get()));
        tab.setMinWidth(Region.USE_PREF_SIZE);
        return tab;
    }

    /** Puts them into the header of the view that is in front. */
    void show(View front) {
        tabs.forEach((view, tab) -> tab.setSelected(view.equals(front)));
        list.textProperty().bind(front.card().titleProperty());
        front.card().setTabs(row, list);
    }
}
