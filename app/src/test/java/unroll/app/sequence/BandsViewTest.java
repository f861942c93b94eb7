package unroll.app.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.app.Alone;
import unroll.app.chart.AxisLabel;
import unroll.app.chart.Matrix;

/** Maps of symbols in views of any height. */
class BandsViewTest {
    private static final List<String> ROWS =
            IntStream.range(0, 12).mapToObj(row -> "row" + row).toList();

    private static BandsView view() {
        BandsView view = new BandsView();
        Matrix cells = new Matrix(ROWS.size(), 5, new float[ROWS.size() * 5]);
        view.bandsProperty().set(new Bands(List.of(new Bands.Band("asked for", ROWS, cells, 1))));
        return view;
    }

    /** Whatever the height there are names; two that are seen lie apart, and where there is room for all, all are seen. */
    @ParameterizedTest
    @ValueSource(ints = {90, 130, 200, 400})
    void rowsHaveNamesHoweverLowTheyAre(int height) throws TimeoutException {
        BandsView view = Alone.shown(300, height, BandsViewTest::view);
        List<Bounds> seen = new ArrayList<>();
        for (Node node : view.getChildren()) {
            if (node instanceof AxisLabel label && label.isVisible() && ROWS.contains(label.getText())) {
                seen.add(label.getBoundsInParent());
            }
        }
        assertThat(seen).hasSizeGreaterThanOrEqualTo(2);
        for (int i = 1; i < seen.size(); i++) {
            assertThat(seen.get(i).getMinY())
                    .isGreaterThanOrEqualTo(seen.get(i - 1).getMaxY() - 3);
        }
        if (height == 400) {
            assertThat(seen).hasSameSizeAs(ROWS);
        }
    }
}
