package unroll.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import unroll.app.Alone;

class RowTableTest {
    private record Planet(String name, double moons) {}

    private static final RowColumn<Planet> NAME = RowColumn.words("name", "What it is called", Planet::name);
    private static final RowColumn<Planet> MOONS =
            RowColumn.number("moons", "What goes round it", planet -> "" + planet.moons(), Planet::moons);

    private final FxRobot robot = new FxRobot();
    private final List<String> opened = new ArrayList<>();
    private RowTable<Planet> table;

    @BeforeEach
    void showATable() throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        table = WaitForAsyncUtils.waitForAsyncFx(5000, () -> new RowTable<>("Nothing"));
        robot.interact(() -> {
            table.setColumns(List.of(NAME, MOONS));
            table.setOnOpen(planet -> opened.add(planet.name()));
            stage.setScene(new Scene(table, 300, 300));
            stage.show();
        });
        show(new Planet("Mars", 2), new Planet("Venus", Double.NaN), new Planet("Earth", 1));
    }

    private void show(Planet... planets) {
        robot.interact(() -> table.show(List.of(planets)));
    }

    private void sort(int column) {
        robot.interact(() -> {
            TableView<?> view = (TableView<?>) table.lookup(".table-view");
            sortBy(view, column);
        });
    }

    private static <P> void sortBy(TableView<P> view, int column) {
        view.getSortOrder().setAll(List.of(view.getColumns().get(column)));
        view.sort();
    }

    /** The names from top to bottom, by opening each. */
    private List<String> order() {
        opened.clear();
        for (int i = 0; i < 3; i++) {
            int row = i;
            robot.interact(() -> {
                table.choose(row);
                table.takeKeys();
            });
            robot.push(KeyCode.ENTER);
        }
        return opened;
    }

    @Test
    void numbersAreSortedAsNumbersAndWhatIsNoneComesLast() {
        assertThat(order()).containsExactly("Mars", "Venus", "Earth");
        sort(1);
        assertThat(order()).containsExactly("Earth", "Mars", "Venus");
        sort(0);
        assertThat(order()).containsExactly("Earth", "Mars", "Venus");
    }

    @Test
    void numbersAmongWordsComeFirstAndInTheirOwnOrder() {
        assertThat(Stream.of("plain", "100", "20", "1e-3", "adam")
                        .sorted((a, b) -> NAME.order().compare(new Planet(a, 0), new Planet(b, 0))))
                .containsExactly("1e-3", "20", "100", "adam", "plain");
    }

    @Test
    void aRowThatChangesStaysWhereItIsAndStaysChosen() {
        sort(1);
        robot.interact(() -> table.chooseRow(0));
        show(new Planet("Mars", 200), new Planet("Venus", Double.NaN), new Planet("Earth", 1));
        assertThat(table.chosen()).contains(new Planet("Mars", 200));
        assertThat(order()).as("not sorted anew below the eyes").containsExactly("Earth", "Mars", "Venus");
    }

    @Test
    void whoListensIsToldThePlaceAmongTheRowsAsHandedOver() {
        List<Integer> told = new ArrayList<>();
        robot.interact(() -> table.setOnChoose(told::add));
        sort(1);
        robot.interact(() -> table.choose(0));
        robot.interact(() -> table.choose(2));
        assertThat(told).as("Earth, then Venus").endsWith(2, 1);
    }

    /** Where what stands in the first or the second column begins, from the left edge of the table: head, and cells from the top. */
    private List<Double> begins(int column) {
        List<Double> all = new ArrayList<>();
        robot.interact(() -> {
            Bounds edge = table.localToScene(table.getLayoutBounds());
            TableView<?> view = (TableView<?>) table.lookup(".table-view");
            Node head = view.getColumns().get(column).getStyleableNode();
            all.add(head.localToScene(head.getLayoutBounds()).getMinX() - edge.getMinX());
            view.lookupAll(".table-row-cell").stream()
                    .filter(row -> !((TableRow<?>) row).isEmpty())
                    .flatMap(row -> ((TableRow<?>) row).getChildrenUnmodifiable().stream())
                    .filter(cell -> cell instanceof TableCell<?, ?> c
                            && view.getColumns().get(column).equals(c.getTableColumn()))
                    .forEach(cell ->
                            all.add(cell.localToScene(cell.getLayoutBounds()).getMinX() - edge.getMinX()));
        });
        return all;
    }

    private ScrollBar across() {
        return table.lookupAll(".virtual-flow > .scroll-bar").stream()
                .map(ScrollBar.class::cast)
                .filter(bar -> bar.getOrientation() == Orientation.HORIZONTAL)
                .findFirst()
                .orElseThrow();
    }

    private void scroll(double by) {
        robot.interact(() -> across().setValue(by));
        WaitForAsyncUtils.waitForFxEvents(10); // the head follows the cells some frames later
    }

    @Test
    void theFirstColumnStaysInViewWhileTheOthersAreScrolled() throws TimeoutException {
        List<RowColumn<Planet>> many = new ArrayList<>(List.of(NAME));
        for (int i = 0; i < 12; i++) {
            many.add(MOONS);
        }
        table = Alone.shown(300, 300, () -> new RowTable<>("Nothing"));
        robot.interact(() -> {
            table.setMaxWidth(300); // whatever the least width of the window is
            table.setColumns(many);
        });
        show(new Planet("Mars", 2), new Planet("Venus", Double.NaN), new Planet("Earth", 1));
        WaitForAsyncUtils.waitForFxEvents(20); // the columns find their widths
        List<Double> before = begins(0);
        List<Double> second = begins(1);
        assertThat(before).hasSize(4);
        assertThat(across().isVisible()).isTrue();
        scroll(150);
        assertThat(begins(0)).as("head and cells of the names").isEqualTo(before);
        assertThat(begins(1).getFirst()).isEqualTo(second.getFirst() - 150);
        scroll(0);
        assertThat(begins(0)).isEqualTo(before);
        robot.interact(() -> table.setMaxWidth(90));
        WaitForAsyncUtils.waitForFxEvents(10);
        double edge = begins(0).getFirst();
        scroll(30);
        assertThat(begins(0).getFirst())
                .as("where it would leave no room for the others it goes with them")
                .isEqualTo(edge - 30);
    }
}
