package unroll.app.background;

import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.concurrent.Task;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/** Shows how far the background work is, and nothing while there is none; a click shows all of it. */
public final class BackgroundBadge extends Button {
    /** Letters that there is room for in the line. */
    private static final int ROOM = 26;

    public BackgroundBadge(BackgroundWork work, Runnable open) {
        getStyleClass().addAll("badge", "badge-work");
        setMinWidth(USE_PREF_SIZE);
        setTooltip(new Tooltip("See what is made in the background, and cancel it (Ctrl+J)"));
        setOnAction(event -> open.run());
        work.tasks().addListener((ListChangeListener<Task<?>>) change -> show(work.tasks()));
        show(work.tasks());
    }

    private void show(List<Task<?>> tasks) {
        setText(words(tasks));
    }

    private static String words(List<Task<?>> tasks) {
        if (tasks.isEmpty()) {
            return "";
        }
        String what = tasks.size() == 1 ? cut(tasks.getFirst().getTitle()) : tasks.size() + " at work";
        double share = tasks.stream().mapToDouble(Task::getProgress).min().orElse(-1);
        return share < 0 ? what : what + String.format(Locale.ROOT, " \u00b7 %.0f\u00a0%%", 100 * share);
    }

    private static String cut(String title) {
        return title.length() <= ROOM ? title : title.substring(0, ROOM - 1).strip() + "\u2026";
    }
}
