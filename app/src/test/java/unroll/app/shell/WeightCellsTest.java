package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.controlsfx.control.spreadsheet.SpreadsheetView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import unroll.app.address.NodeAddress;
import unroll.app.chart.Heatmap;
import unroll.app.chart.Matrix;
import unroll.app.view.weights.LiveWeights;
import unroll.app.view.weights.WeightMatrix;
import unroll.app.view.weights.WeightsModel;
import unroll.engine.perturb.HeldWeight;

/** The recurrent weights of a real run in cells: copied out as another program would paste them, pasted from one, and typed. */
class WeightCellsTest extends BenchTest {
    @BeforeEach
    void openCells() throws IOException {
        openSmallExperiment();
        robot.clickOn("Weights");
        fixture.await("they are shown", () -> weights().rows() == 10);
        robot.clickOn("cells");
        fixture.await("the cells have the keys", this::cellsHaveTheKeys);
    }

    private WeightsModel model() {
        return view(LiveWeights.class).model();
    }

    private Matrix weights() {
        return model().weightsProperty().get().numbers();
    }

    private SpreadsheetView cells() {
        return robot.lookup((Node node) -> node instanceof SpreadsheetView).query();
    }

    /** By the arrow keys, from the cell that has the keys. */
    private void go(int row, int column) {
        int[] from = BenchFixture.onWindow(() -> {
            var at = cells().getSelectionModel().getFocusedCell();
            return new int[] {at.getRow(), at.getColumn()};
        });
        for (int i = 0; i < Math.abs(row - from[0]); i++) {
            robot.push(row > from[0] ? KeyCode.DOWN : KeyCode.UP);
        }
        for (int i = 0; i < Math.abs(column - from[1]); i++) {
            robot.push(column > from[1] ? KeyCode.RIGHT : KeyCode.LEFT);
        }
    }

    private void paste(String text) {
        BenchFixture.doOnWindow(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        });
        robot.push(KeyCode.CONTROL, KeyCode.V);
    }

    private List<HeldWeight> held() {
        return BenchFixture.onWindow(() -> model().heldProperty().get());
    }

    private Object at(int row, int column) {
        return BenchFixture.onWindow(
                () -> cells().getGrid().getRows().get(row).get(column).getItem());
    }

    private String said() {
        return BenchFixture.onWindow(
                () -> robot.lookup(".weight-sheet > .label").<Label>query().getText());
    }

    private boolean cellsHaveTheKeys() {
        return fixture.stage.getScene().getFocusOwner().getStyleClass().contains("cell-spreadsheet");
    }

    private void leave() {
        robot.push(KeyCode.ESCAPE);
        fixture.await("the map is there again", () -> !model().inCellsProperty().get());
    }

    @Test
    void enterWhereARowIsChosenAndNoneOfItsCellsGoesOnFromTheFirst() {
        TableView<?> inside = robot.lookup(".cell-spreadsheet").query();
        BenchFixture.doOnWindow(() -> inside.getFocusModel().focus(2));
        robot.push(KeyCode.ENTER);
        assertThat(BenchFixture.onWindow(
                        () -> cells().getSelectionModel().getFocusedCell().getRow()))
                .isEqualTo(1);
    }

    @Test
    void theirCommandBringsThemFromWhereverOneLooks() {
        leave();
        robot.push(KeyCode.ALT, KeyCode.DIGIT3);
        assertThat(seen(LiveWeights.NAME)).isFalse();
        robot.push(KeyCode.F2);
        fixture.await("the cells have the keys", this::cellsHaveTheKeys);
        robot.push(KeyCode.F2);
        fixture.await(
                "in a cell the same key is for typing",
                () -> fixture.stage.getScene().getFocusOwner() instanceof TextField);
        assertThat(model().inCellsProperty().get()).isTrue();
        Node button = BenchFixture.onWindow(() -> fixture.bench
                .nodes()
                .find(NodeAddress.of("command:weights.cells"))
                .seen()
                .orElseThrow());
        robot.moveTo(button);
        Tooltip help = BenchFixture.onWindow(() -> ((Control) button).getTooltip());
        fixture.await(
                "its help has the key", () -> help.isShowing() && help.getText().endsWith("(F2)"));
    }

    @Test
    void ofTooManyNumbersThereAreNoCellsAndEscLeadsBackAllTheSame() {
        BenchFixture.doOnWindow(() ->
                model().show(new WeightMatrix(10, List.of(), "W", true, new Matrix(101, 100, new float[10_100]))));
        fixture.settle();
        assertThat(said()).contains("too many");
        leave();
    }

    @Test
    void whatIsCopiedIsTextInAllItsFigures() {
        go(1, 2);
        robot.push(KeyCode.SHIFT, KeyCode.RIGHT).push(KeyCode.SHIFT, KeyCode.DOWN);
        robot.push(KeyCode.CONTROL, KeyCode.C);
        Matrix own = BenchFixture.onWindow(this::weights);
        assertThat(BenchFixture.onWindow(() -> Clipboard.getSystemClipboard().getString()))
                .isEqualTo(own.at(1, 2) + "\t" + own.at(1, 3) + "\n" + own.at(2, 2) + "\t" + own.at(2, 3) + "\n");
        fixture.picture("weight-cells");
    }

    @Test
    void aBlockThatIsPastedIsTriedAndUndoneAtOnce() {
        Matrix own = BenchFixture.onWindow(this::weights);
        go(3, 8);
        paste("0.5\t-0,25\n1e-3\t\u22122\n");
        assertThat(held())
                .containsExactly(
                        new HeldWeight("W_hh", 4, 9, 0.5),
                        new HeldWeight("W_hh", 4, 10, -0.25),
                        new HeldWeight("W_hh", 5, 9, 1e-3),
                        new HeldWeight("W_hh", 5, 10, -2));
        assertThat(at(4, 9)).isEqualTo(-2.0);
        assertThat(at(4, 7)).as("beside it").isEqualTo((double) own.at(4, 7));
        BenchFixture.doOnWindow(() -> model().inCellsProperty().set(false));
        robot.push(KeyCode.U);
        assertThat(held()).isEmpty();
    }

    @Test
    void whatCannotBePastedIsRefusedWithASentenceAndChangesNothing() {
        go(9, 9);
        paste("1\t2");
        assertThat(said()).contains("larger than what is there");
        go(0, 0);
        paste("1\thello");
        assertThat(said()).isEqualTo("'hello' is no number.");
        paste("1\tNaN");
        assertThat(said()).isEqualTo("'NaN' is no number.");
        paste("1\t2\t3\t4\t5\t6\t7\t8\t9\t10\n".repeat(10));
        assertThat(said()).contains("At most 64").contains("100");
        assertThat(held()).isEmpty();
    }

    @Test
    void aNumberThatIsTypedInACellIsTriedAndEscLeadsBackToTheMap() {
        go(2, 1);
        robot.push(KeyCode.DIGIT1);
        fixture.await("it is typed", () -> fixture.stage.getScene().getFocusOwner() instanceof TextField);
        BenchFixture.doOnWindow(() -> ((TextField) fixture.stage.getScene().getFocusOwner()).setText("1.5"));
        robot.push(KeyCode.ENTER);
        fixture.await(
                "it is tried", () -> model().heldProperty().get().equals(List.of(new HeldWeight("W_hh", 3, 2, 1.5))));
        robot.push(KeyCode.ESCAPE).push(KeyCode.ESCAPE);
        fixture.await(
                "the map is there again",
                () -> fixture.stage.getScene().getFocusOwner() instanceof Heatmap map
                        && map.matrixProperty().get().at(2, 1) == 1.5f);
    }
}
