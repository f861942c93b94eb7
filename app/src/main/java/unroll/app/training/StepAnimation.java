package unroll.app.training;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/** Lets the time step run on while somebody wants to see it; at rest no timer runs. */
final class StepAnimation {
    private static final Duration FRAME = Duration.millis(66);

    private final TrainingModel model;
    private final Timeline timeline;
    private boolean seen;

    StepAnimation(TrainingModel model) {
        this.model = model;
        timeline = new Timeline(new KeyFrame(FRAME, event -> advance()));
        timeline.setCycleCount(Animation.INDEFINITE);
        model.filmingProperty().subscribe(this::decide);
    }

    /** Says whether anybody can see it. */
    void show(boolean nowSeen) {
        seen = nowSeen;
        decide();
    }

    private void decide() {
        if (seen && model.filmingProperty().get()) {
            timeline.play();
        } else {
            timeline.stop();
        }
    }

    private void advance() {
        int next = model.timeProperty().get() + 1;
        model.timeProperty().set(next < model.stepsProperty().get() ? next : 0);
    }
}
