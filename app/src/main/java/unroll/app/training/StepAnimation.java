package unroll.app.training;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;
import unroll.app.view.Cues;

/** Lets the time step run on while somebody wants to see it; at rest no timer runs. */
final class StepAnimation {
    private static final Duration FRAME = Duration.millis(66);

    private final Cues cues;
    private final Timeline timeline;
    private boolean seen;

    StepAnimation(Cues cues) {
        this.cues = cues;
        timeline = new Timeline(new KeyFrame(FRAME, event -> cues.stepTime()));
        timeline.setCycleCount(Animation.INDEFINITE);
        cues.playingProperty().subscribe(this::decide);
    }

    /** Says whether anybody can see it. */
    void show(boolean nowSeen) {
        seen = nowSeen;
        decide();
    }

    private void decide() {
        if (seen && cues.playingProperty().get()) {
            timeline.play();
        } else {
            timeline.stop();
        }
    }
}
