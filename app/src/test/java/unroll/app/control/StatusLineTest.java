package unroll.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import unroll.app.Alone;

class StatusLineTest {
    private static final Status ALL = new Status(
            "test 24.6",
            "nats",
            "to be beaten: copy last 58.0",
            "10 of 20 updates",
            "3 s",
            "lambda 0.1",
            "53.5 MiB used",
            "saved 2 s ago");

    @Test
    void everyPartExplainsItself() throws Exception {
        StatusLine line = Alone.shown(1400, 40, () -> {
            StatusLine made = new StatusLine(new Label(), () -> {});
            made.show(ALL);
            return made;
        });
        List<Label> parts = line.lookupAll(".status-part").stream()
                .map(Label.class::cast)
                .filter(part -> !part.getText().equals("nats")) // stands in the tooltip of the test
                .toList();
        assertThat(parts)
                .extracting(Label::getText)
                .containsExactly(
                        "to be beaten: copy last 58.0",
                        "10 of 20 updates",
                        "3 s",
                        "lambda 0.1",
                        "53.5 MiB used",
                        "saved 2 s ago");
        assertThat(parts).allMatch(Node::isVisible);
        assertThat(parts)
                .allSatisfy(
                        part -> assertThat(part.getTooltip()).as(part.getText()).isNotNull());
        assertThat(parts.getFirst().getTooltip().getText()).contains("copy last: ");
    }
}
