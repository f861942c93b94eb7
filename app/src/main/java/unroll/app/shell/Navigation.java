package unroll.app.shell;

import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import unroll.app.address.NodeAddress;
import unroll.app.control.WhyOff;
import unroll.app.gallery.RunList;
import unroll.app.look.Icon;

/** The column at the left: the screens, and the runs to go on with. */
final class Navigation extends VBox {
    /** @param front knows which screen is in front */
    Navigation(List<Screen<?>> screens, ShellModel front, RunList runs) {
        getStyleClass().add("navigation");
        screens.forEach(screen -> getChildren().add(item(screen, front)));
        Label title = new Label("RUNS");
        title.getStyleClass().add("section-title");
        title.visibleProperty().bind(runs.runsProperty().map(all -> !all.isEmpty()));
        ScrollPane scroll = new ScrollPane(runs);
        scroll.getStyleClass().add("navigation-runs");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        getChildren().addAll(title, scroll);
    }

    private static WhyOff item(Screen<?> screen, ShellModel shell) {
        NavigationItem about = screen.item();
        ToggleButton item = NodeAddress.screen(screen.id()).on(new ToggleButton(about.label(), new Icon(about.icon())));
        item.getStyleClass().add("navigation-item");
        item.setTooltip(new Tooltip(about.help()));
        item.setMaxWidth(Double.MAX_VALUE);
        ObservableValue<Boolean> off = about.offered().map(yes -> !yes);
        item.disableProperty().bind(off); // each keeps its place
        item.setOnAction(event -> {
            screen.enter();
            item.setSelected(shell.frontProperty().get().equals(screen.id()));
        });
        shell.frontProperty().subscribe(now -> item.setSelected(now.equals(screen.id())));
        return new WhyOff(item, about.label(), off, new ReadOnlyStringWrapper(about.why()));
    }
}
