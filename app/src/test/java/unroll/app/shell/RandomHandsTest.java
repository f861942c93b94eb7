package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.app.edit.History;
import unroll.engine.experiment.Experiment;

/**
 * Somebody clicks and types without knowing what: nothing breaks, nothing hangs, and every edit can be taken back. More of it:
 * {@code -Dhands.events=1000 -Dhands.seeds=3,4,5}.
 */
class RandomHandsTest extends BenchTest {
    private static final int EVENTS = Integer.getInteger("hands.events", 60);

    private static final KeyCode[] KEYS = {
        KeyCode.A,
        KeyCode.B,
        KeyCode.C,
        KeyCode.D,
        KeyCode.E,
        KeyCode.F,
        KeyCode.G,
        KeyCode.H,
        KeyCode.J,
        KeyCode.L,
        KeyCode.M,
        KeyCode.N,
        KeyCode.P,
        KeyCode.R,
        KeyCode.S,
        KeyCode.T,
        KeyCode.U,
        KeyCode.Y,
        KeyCode.Z,
        KeyCode.DIGIT0,
        KeyCode.DIGIT1,
        KeyCode.DIGIT2,
        KeyCode.DIGIT3,
        KeyCode.DIGIT4,
        KeyCode.DIGIT5,
        KeyCode.DIGIT6,
        KeyCode.DIGIT7,
        KeyCode.DIGIT9,
        KeyCode.UP,
        KeyCode.DOWN,
        KeyCode.LEFT,
        KeyCode.RIGHT,
        KeyCode.SPACE,
        KeyCode.ENTER,
        KeyCode.ESCAPE,
        KeyCode.TAB,
        KeyCode.DELETE,
        KeyCode.COMMA,
        KeyCode.PERIOD,
        KeyCode.PLUS,
        KeyCode.MINUS,
        KeyCode.PAGE_DOWN,
        KeyCode.PAGE_UP,
        KeyCode.HOME,
        KeyCode.END,
        KeyCode.F2,
        KeyCode.F11
    };

    /** What was thrown and caught by nobody, on any thread. */
    private final List<String> thrown = Collections.synchronizedList(new ArrayList<>());

    private Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();

    @BeforeEach
    void listen() throws IOException {
        before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, exception) -> caught(exception));
        openExperiment(SMALL, "Two small balls");
    }

    /** The headless platform paints what lies partly outside its screen beyond the end of its picture. */
    private void caught(Throwable exception) {
        StringWriter trace = new StringWriter();
        exception.printStackTrace(new PrintWriter(trace));
        if (!trace.toString().contains("com.sun.glass.ui.headless.HeadlessWindow.blit")) {
            thrown.add(trace.toString());
        }
    }

    @AfterEach
    void listenNoMore() {
        Thread.setDefaultUncaughtExceptionHandler(before);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverIsClickedAndTypedNothingBreaks(long seed) {
        Random random = new Random(seed);
        List<String> done = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            done.add(random.nextInt(3) == 0 ? click(random) : push(random));
            if (i % 25 == 24) {
                String last = String.join(", ", done.subList(done.size() - 25, done.size()));
                fixture.await("the window answers after " + last, () -> true);
                assertThat(thrown).as("after %s", last).isEmpty();
            }
        }
        robot.push(KeyCode.ESCAPE).push(KeyCode.ESCAPE);
        fixture.settle();
        History<Experiment> history = fixture.train().history();
        Experiment now = BenchFixture.onWindow(() -> history.valueProperty().get());
        BenchFixture.doOnWindow(() -> {
            int edits = history.doneProperty().get();
            history.goTo(0);
            history.goTo(edits);
        });
        assertThat(BenchFixture.onWindow(() -> history.valueProperty().get())).isEqualTo(now);
        assertThat(thrown).isEmpty();
    }

    static LongStream seeds() {
        return Pattern.compile(",")
                .splitAsStream(System.getProperty("hands.seeds", "1,2"))
                .mapToLong(Long::parseLong);
    }

    private String click(Random random) {
        double x = random.nextDouble();
        double y = random.nextDouble();
        Point2D there = BenchFixture.onWindow(() -> new Point2D(
                fixture.stage.getX() + x * fixture.stage.getWidth(),
                fixture.stage.getY() + y * fixture.stage.getHeight()));
        robot.clickOn(there, MouseButton.PRIMARY);
        return "click " + Math.round(100 * x) + "% " + Math.round(100 * y) + "%";
    }

    private String push(Random random) {
        KeyCode key = KEYS[random.nextInt(KEYS.length)];
        int with = random.nextInt(6);
        switch (with) {
            case 0 -> robot.push(KeyCode.CONTROL, key);
            case 1 -> robot.push(KeyCode.ALT, key);
            case 2 -> robot.push(KeyCode.SHIFT, key);
            default -> robot.push(key);
        }
        return (with == 0 ? "Ctrl+" : with == 1 ? "Alt+" : with == 2 ? "Shift+" : "") + key;
    }
}
