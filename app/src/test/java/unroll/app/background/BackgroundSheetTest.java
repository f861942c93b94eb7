package unroll.app.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import unroll.app.Screens;
import unroll.app.look.Theme;

/** Work that waits until the test lets it go on, seen and cancelled by keys alone. */
class BackgroundSheetTest {
    private static final int PATIENCE_SECONDS = 20;

    private final FxRobot robot = new FxRobot();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> complaints = new ArrayList<>();
    private final List<String> cancelled = new ArrayList<>();
    private final CountDownLatch open = new CountDownLatch(1);
    private final Theme theme = new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT));
    private final BackgroundWork work = new BackgroundWork(threads, complaints::add);
    private BackgroundBadge badge;
    private Stage stage;

    @BeforeEach
    void showAllWork() throws Exception {
        stage = FxToolkit.registerPrimaryStage();
        badge = WaitForAsyncUtils.waitForAsyncFx(5000, () -> new BackgroundBadge(work, () -> {}));
        robot.interact(() -> {
            Scene scene = new Scene(new VBox(new BackgroundSheet(work, () -> {}), badge), 900, 500);
            theme.dress(scene);
            stage.setX(0);
            stage.setY(0);
            stage.setScene(scene);
            stage.show();
        });
    }

    @AfterEach
    void letAllGo() {
        open.countDown();
        threads.shutdownNow();
    }

    /** Ends when the test opens the gate; one that is cancelled after that, but not before. */
    private void begin(String title, double share, String words, String said) {
        robot.interact(() -> work.begin(new BackgroundTask(title, task -> {
                    task.tell(share, words);
                    try {
                        assertThat(open.await(PATIENCE_SECONDS, TimeUnit.SECONDS))
                                .isTrue();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return task.isUnwanted() ? title + " was cancelled." : said;
                })
                .whenCancelled(() -> cancelled.add(title))));
        until(title + " tells", () -> texts().contains(words));
    }

    private static void until(String what, java.util.concurrent.Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, condition);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError("waited in vain until " + what, e);
        }
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        robot.interact(() -> robot.lookup((Node node) -> node instanceof Label && node.isVisible())
                .queryAllAs(Label.class)
                .forEach(label -> texts.add(label.getText())));
        return texts;
    }

    private String badge() {
        String[] words = new String[1];
        robot.interact(() -> words[0] = badge.getText().isEmpty() ? "nothing" : badge.getText());
        return words[0];
    }

    @Test
    void whatTakesLongIsSeenAndWhatCameOfItIsSaidAtLast() {
        assertThat(badge()).isEqualTo("nothing");
        assertThat(texts()).anyMatch(words -> words.startsWith("Nothing takes long"));
        begin("MP4 of Loss", 0.25, "frame 25 of 100", "Exported to loss.mp4");
        assertThat(badge()).isEqualTo("MP4 of Loss \u00b7 25\u00a0%");
        assertThat(robot.lookup(".task-progress-bar").queryAs(ProgressBar.class).getProgress())
                .isEqualTo(0.25);
        begin("Report", -1, "writing", "Report: page.html");
        assertThat(badge()).isEqualTo("2 at work");
        for (int i = 0; i < 2; i++) {
            boolean dark = i == 1;
            robot.interact(() -> Screens.write(
                    "background-" + (dark ? "dark" : "light"), stage.getScene().snapshot(null)));
            robot.interact(theme::toggle);
        }
        open.countDown();
        until("all is done", () -> badge().equals("nothing"));
        assertThat(texts()).doesNotContain("MP4 of Loss", "Report");
        robot.interact(() -> {
            assertThat(work.newsProperty().get()).isIn("Exported to loss.mp4", "Report: page.html");
            assertThat(work.putAway()).isTrue();
            assertThat(work.putAway()).isFalse();
        });
        assertThat(complaints).isEmpty();
    }

    @Test
    void whatFailsIsSaidAndGoneAndNothingIsSaidToBeDone() {
        robot.interact(() -> work.begin(new BackgroundTask("Project", task -> {
            throw new IllegalStateException("the disk is full");
        })));
        until("it is said", () -> complaints.contains("the disk is full"));
        assertThat(badge()).isEqualTo("nothing");
        robot.interact(() -> assertThat(work.newsProperty().get()).isEmpty());
    }

    @Test
    void theKeysCancelOneOfTwoWhichIsSeenUntilItHasEnded() {
        begin("First", 0.5, "half", "first");
        begin("Second", 0.5, "half too", "second");
        robot.interact(() -> {
            badge.requestFocus();
            robot.lookup(".background-sheet").query().requestFocus();
        });
        robot.push(KeyCode.TAB);
        robot.push(KeyCode.SPACE);
        assertThat(cancelled).containsExactly("Second");
        assertThat(texts()).as("it is still there").contains("First", "half", "Second", "ending");
        robot.push(KeyCode.SPACE);
        assertThat(cancelled).as("once is enough").containsExactly("Second");
        open.countDown();
        until("all is done", () -> badge().equals("nothing"));
        robot.interact(() -> assertThat(work.newsProperty().get()).isIn("first", "Second was cancelled."));
    }
}
