package unroll.app.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.app.Alone;
import unroll.app.chart.AxisLabel;
import unroll.app.chart.Pen;
import unroll.app.control.Table;
import unroll.engine.music.Keyboard;
import unroll.engine.music.TimeStep;
import unroll.engine.probe.SequenceAnswer;
import unroll.engine.task.Appearance;

/** Piano-rolls in the window. */
class ExcerptViewTest {
    private static final int STEPS = 8;
    private static final Portrayal PIANO = Portrayal.of(new Appearance.Notes(Keyboard.PIANO, TimeStep.ofQuarters(1)));

    /** C4 sounds in steps 2 to 4 of six and two of padding, E4 is predicted with 0.5 in step 5; the free run sounds G3 at the end. */
    private static Excerpt excerpt() {
        float[][] truth = new float[STEPS][88];
        float[][] prediction = new float[STEPS][88];
        float[][] free = new float[STEPS][88];
        float[][] weight = new float[STEPS][1];
        for (int t = 0; t < STEPS; t++) {
            weight[t][0] = t < 6 ? 1 : 0;
            truth[t][60 - 21] = t >= 1 && t <= 3 ? 1 : 0;
            free[t][55 - 21] = t == 7 ? 1 : 0;
        }
        prediction[4][64 - 21] = 0.5f;
        prediction[7][64 - 21] = 0.9f;
        return (Excerpt) PIANO.depict(
                new SequenceAnswer(
                        1, 0, truth, truth, weight, weight, prediction, prediction, free, List.of(), List.of()),
                4);
    }

    @Test
    void anExcerptTellsWhatIsSoundedAndHowProbablyByTheNamesOfKeys() {
        Excerpt excerpt = excerpt();
        assertThat(excerpt.steps()).isEqualTo(STEPS);
        assertThat(excerpt.counted()).isEqualTo(6);
        assertThat(excerpt.freeRunFrom()).isEqualTo(3);
        assertThat(excerpt.reading(2, 60)).isEqualTo("t = 3, C4: p = 0.00, sounds");
        assertThat(excerpt.reading(4, 64)).isEqualTo("t = 5, E4: p = 0.50");
        assertThat(excerpt.reading(6, 64)).isEqualTo("t = 7, behind the end of the piece");
        assertThat(excerpt.columns())
                .extracting(Table.Column::head)
                .contains("C4, truth", "E4, prediction", "G3, free run");
        assertThat(PIANO.inputNames())
                .hasSize(88)
                .startsWith("A0", "A#0", "B0", "C1")
                .endsWith("C8");
    }

    /** The piece's keys with some around them; a free run that goes wild does not shrink them. */
    @ParameterizedTest(name = "free run at {0}")
    @CsvSource({"60, 18", "55, 18", "21, 18", "108, 18"})
    void theKeysThatAreSeenAreThoseOfThePiece(int played, int atMost) {
        Excerpt one = excerpt();
        float[][] free = new float[STEPS][88];
        free[7][played - 21] = 1;
        Excerpt excerpt =
                new Excerpt(Keyboard.PIANO, TimeStep.ofQuarters(1), 6, one.truth(), one.prediction(), free, 3);
        assertThat(excerpt.range().first()).isLessThanOrEqualTo(58);
        assertThat(excerpt.range().last()).isGreaterThanOrEqualTo(62);
        assertThat(excerpt.range().count()).isEqualTo(atMost);
    }

    /** The file is read by Java's own reader: keys and ticks of what is struck. */
    @Test
    void theContinuationAndThePieceAreMusicForOtherPrograms() throws Exception {
        ExcerptView view = new ExcerptView();
        assertThat(view.goesOn()).isFalse();
        view.excerptProperty().set(excerpt());
        assertThat(view.goesOn()).isTrue();
        assertThat(struck(view.midi(true, 90))).containsExactly("G3 at 7");
        assertThat(struck(view.midi(false, 90))).containsExactly("C4 at 1");
        assertThat(MidiSystem.getSequence(new ByteArrayInputStream(view.midi(false, 90)))
                        .getMicrosecondLength())
                .as("six quarter notes of 2/3 s")
                .isBetween(3_999_900L, 4_000_100L);
    }

    private static List<String> struck(byte[] midi) throws Exception {
        Sequence sequence = MidiSystem.getSequence(new ByteArrayInputStream(midi));
        List<String> struck = new ArrayList<>();
        Track track = sequence.getTracks()[1];
        for (int i = 0; i < track.size(); i++) {
            if (track.get(i).getMessage() instanceof ShortMessage message
                    && message.getCommand() == ShortMessage.NOTE_ON) {
                struck.add(Keyboard.name(message.getData1()) + " at "
                        + track.get(i).getTick() / sequence.getResolution());
            }
        }
        return struck;
    }

    @ParameterizedTest(name = "{0} x {1}")
    @CsvSource({"500, 300", "260, 180", "900, 700", "150, 120"})
    void bothRollsAndTheNamesOfOctavesFitBelowEachOther(int width, int height) throws TimeoutException {
        ExcerptView view = Alone.shown(width, height, () -> {
            ExcerptView made = new ExcerptView();
            made.setMinSize(width, height);
            made.setMaxSize(width, height);
            made.excerptProperty().set(excerpt());
            return made;
        });
        List<Bounds> plots = view.getChildren().stream()
                .filter(ExcerptPlot.class::isInstance)
                .map(Node::getBoundsInParent)
                .toList();
        assertThat(plots).hasSize(2);
        assertThat(plots.get(0).getMaxY()).isLessThanOrEqualTo(plots.get(1).getMinY());
        assertThat(plots.get(1).getMaxY()).isLessThanOrEqualTo(height);
        List<AxisLabel> names = view.getChildren().stream()
                .filter(AxisLabel.class::isInstance)
                .map(AxisLabel.class::cast)
                .filter(label -> label.getText().equals("C4"))
                .toList();
        assertThat(names).hasSize(2);
        assertThat(names.get(0).getBoundsInParent().getCenterY())
                .isBetween(plots.get(0).getMinY(), plots.get(0).getMaxY());
        assertThat(names.get(0).getBoundsInParent().getMaxX())
                .isLessThanOrEqualTo(plots.get(0).getMinX());
    }

    @Test
    void theTruthIsAFrameThePredictionAShadeAndPaddingIsEmpty() throws TimeoutException {
        ExcerptPlot plot = Alone.shown(22 + 80, 180, () -> {
            ExcerptPlot made = new ExcerptPlot();
            made.setMinSize(22 + 80, 180);
            made.setMaxSize(22 + 80, 180);
            Excerpt excerpt = excerpt();
            made.show(excerpt, ExcerptPlot.Layer.PREDICTION, excerpt.range());
            return made;
        });
        Strokes pen = new Strokes();
        plot.draw(pen);
        double row = plot.top(59) - plot.top(60);
        assertThat(row).isEqualTo(10);
        assertThat(pen.framed).singleElement().satisfies(frame -> {
            assertThat(frame.getBounds2D().getMinX()).isEqualTo(22 + 10 + 0.5);
            assertThat(frame.getBounds2D().getMaxX()).isEqualTo(22 + 40 - 0.5);
            assertThat(frame.getBounds2D().getMinY()).isEqualTo(plot.top(60) + 0.5);
        });
        assertThat(pen.shades)
                .as("E4 in step 5; what is predicted behind the end is not drawn")
                .singleElement()
                .satisfies(shade -> {
                    assertThat(shade.getBounds2D().getMinX()).isEqualTo(22 + 40);
                    assertThat(shade.getBounds2D().getWidth()).isEqualTo(10);
                    assertThat(shade.getBounds2D().getMinY()).isEqualTo(plot.top(64));
                });
        assertThat(plot.keyAt(plot.top(64) + 1)).isEqualTo(64);
    }

    /** Keeps what is drawn of notes: boxes of one step in a colour that is half seen, and frames. */
    private static final class Strokes implements Pen {
        private final List<Shape> framed = new ArrayList<>();
        private final List<Shape> shades = new ArrayList<>();

        @Override
        public void clip(Optional<Shape> inside) {}

        @Override
        public void fill(Shape outline, Color colour) {
            if (Math.abs(outline.getBounds2D().getWidth() - 10) < 1e-9
                    && outline.getBounds2D().getHeight() == 10
                    && outline.getBounds2D().getMinX() >= 22) {
                shades.add(outline);
            }
        }

        @Override
        public void stroke(Shape outline, BasicStroke stroke, Color colour) {
            if (outline.getBounds2D().getHeight() > 0 && outline.getBounds2D().getWidth() > 0) {
                framed.add(outline);
            }
        }

        @Override
        public void write(String text, double x, double y, double turned, Font font, Color colour) {}

        @Override
        public void centre(String text, double x, double y, double room, Font font, Color colour) {}
    }
}
