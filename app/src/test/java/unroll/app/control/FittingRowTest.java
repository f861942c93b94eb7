package unroll.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Lays a row of blocks out in more and less room. */
class FittingRowTest {
    private final BooleanProperty wanted = new SimpleBooleanProperty(true);

    @BeforeEach
    void start() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    private static Region block(String name, double width) {
        Region block = new Region();
        block.setId(name);
        block.setMinSize(width, 10);
        block.setPrefSize(width, 10);
        return block;
    }

    /** Widths 100, 50 or 20, 40 and 30 with 10 between them: 250 in all. */
    private FittingRow row() {
        FittingRow row = new FittingRow();
        row.setSpacing(10);
        row.addYielding(2, block("second", 100));
        row.addStaying(3, block("wide", 50), block("narrow", 20));
        row.addYielding(1, block("first", 40));
        row.addYielding(9, block("wanted", 30), wanted);
        new Scene(new Pane(row));
        return row;
    }

    private static List<String> shown(FittingRow row, double width) {
        row.resize(width, 10);
        row.requestLayout();
        row.layout();
        return row.getChildren().stream()
                .filter(Node::isVisible)
                .peek(node -> {
                    assertThat(node.isManaged()).isTrue();
                    assertThat(node.getBoundsInParent().getMinX()).isNotNegative();
                })
                .map(Node::getId)
                .toList();
    }

    @ParameterizedTest(name = "{0} pixels")
    @CsvSource({
        "1000, second wide first wanted",
        "250, second wide first wanted",
        "249, second wide wanted",
        "200, second wide wanted",
        "199, wide wanted",
        "90, wide wanted",
        "89, narrow wanted",
        "60, narrow wanted",
        "59, narrow",
        "5, narrow"
    })
    void the_least_important_parts_make_way_and_what_is_shown_fits(double width, String expected) throws Exception {
        List<String> shown = WaitForAsyncUtils.waitForAsyncFx(5000, () -> shown(row(), width));
        assertThat(shown).containsExactlyElementsOf(List.of(expected.split(" ")));
    }

    @Test
    void what_made_way_comes_back_where_a_wide_part_that_made_way_after_it_leaves_room() throws Exception {
        List<String> shown = WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            FittingRow row = new FittingRow();
            row.addStaying(9, block("tabs", 300), block("list", 60));
            row.addYielding(1, block("least", 50));
            row.addYielding(3, block("more", 40));
            row.addYielding(2, block("less", 40));
            new Scene(new Pane(row));
            return shown(row, 145);
        });
        assertThat(shown).as("the more important first").containsExactly("list", "more", "less");
    }

    @Test
    void they_come_back_and_go_with_the_room_and_with_what_is_wanted() throws Exception {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            FittingRow row = row();
            List<String> all = shown(row, 250);
            assertThat(shown(row, 5)).hasSize(1);
            assertThat(shown(row, 250)).isEqualTo(all);
            wanted.set(false);
            assertThat(shown(row, 250)).isEqualTo(all.subList(0, 3));
            assertThat(shown(row, 210)).as("its room is for others").isEqualTo(all.subList(0, 3));
            wanted.set(true);
            assertThat(shown(row, 250)).isEqualTo(all);
            row.clear();
            assertThat(Stream.of(row.getChildren())).allMatch(List::isEmpty);
            return true;
        });
    }
}
